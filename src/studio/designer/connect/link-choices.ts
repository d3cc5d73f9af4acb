import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link, outgoing, topologicalOrder } from '../../../flow/graph.ts';
import { componentLabel } from '../../text/component-label.ts';
import { labelOf } from '../../../flow/manifest.ts';
import { connectText as text } from '../../text/english/connect.ts';
import { cardPorts } from '../canvas/card-ports.ts';
import { linkId } from '../canvas/link-id.ts';

/** A link to choose, in words. `type` is that of the component at its other end. */
export type LinkChoice = { id: string; title: string; detail: string; link: Link; type: string };

/**
 * Every link that could lead from a component, or from one of its outputs, to another component: allowed or not, so that
 * one can ask why not. What comes behind it in the flow goes first, for there most links lead. A component without an
 * input has one here all the same, to be told that it takes none.
 */
export function targetChoices(
  descriptor: Descriptor,
  catalogue: Catalogue,
  { from, outPort }: { from: string; outPort?: string | undefined },
): LinkChoice[] {
  const all = cardPorts(descriptor, catalogue, from).out;
  const ports = outPort === undefined ? all : [outPort];
  const order = topologicalOrder(descriptor);
  const at = order.indexOf(from);
  return [...order.slice(at + 1), ...order.slice(0, at)].flatMap((to) => {
    const ins = cardPorts(descriptor, catalogue, to).in;
    const detail = text('step', { step: order.indexOf(to) + 1, type: typeName(descriptor, catalogue, to) });
    const label = componentLabel(descriptor, catalogue, to);
    return (ins.length > 0 ? ins : ['in']).flatMap((inPort) => {
      const target = ins.length > 1 ? text('intoPort', { target: label, port: inPort }) : label;
      return ports.map((port): LinkChoice => {
        const link = { from, outPort: port, to, inPort };
        const title = ports.length > 1 ? text('byPort', { port, target }) : target;
        return { id: linkId(link), title, detail, link, type: descriptor[to]!.type };
      });
    });
  });
}

/** The links of a component, those that leave it first. */
export function linkChoices(descriptor: Descriptor, catalogue: Catalogue, id: string): LinkChoice[] {
  const choice = (link: Link, component: string): LinkChoice => ({
    id: linkId(link),
    title: text(component === link.to ? 'outgoing' : 'incoming', {
      component: componentLabel(descriptor, catalogue, component),
    }),
    detail: text('ports', { outPort: link.outPort, inPort: link.inPort }),
    link,
    type: descriptor[component]!.type,
  });
  return [
    ...outgoing(descriptor, id).map((link) => choice(link, link.to)),
    ...incoming(descriptor, id).map((link) => choice(link, link.from)),
  ];
}

function typeName(descriptor: Descriptor, catalogue: Catalogue, id: string): string {
  const { type } = descriptor[id]!;
  return labelOf(catalogue.component(type)?.manifest ?? { name: type, description: '', icon: '' });
}
