import { catalogue } from '../../catalogue.ts';
import type { Descriptor, FlowNode } from '../../../flow/descriptor.ts';
import { incoming, type Link, sameLink } from '../../../flow/graph.ts';
import { componentLabel } from '../../text/component-label.ts';
import { connectText as text } from '../../text/english/connect.ts';

/** Links told one by one; of more only the number is. */
const mostLinks = 2;

/**
 * What became of a flow, in a sentence or two for a live region: which components came or went, were switched off or
 * on, and what leads where now. What is filled in and where cards stand is not told: who does that hears it there.
 */
export function changeInWords(before: Descriptor, after: Descriptor): string {
  const added = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  const stayed = Object.keys(after).filter((id) => Object.hasOwn(before, id) && before[id] !== after[id]);
  const switched = (disabled: boolean) =>
    stayed.filter((id) => isOff(after[id]!) === disabled && isOff(before[id]!) !== disabled);
  const components = [
    tell('added', after, added),
    tell('removed', before, removed),
    tell('disabled', after, switched(true)),
    tell('enabled', after, switched(false)),
  ];
  // A component that is put between others is told; that these are parted goes without saying.
  const links = added.length > 0 ? [] : linksInWords(before, after, stayed);
  return [...components, ...links].filter(Boolean).join(' ');
}

function linksInWords(before: Descriptor, after: Descriptor, stayed: string[]): string[] {
  const moved = stayed.filter((id) => before[id]!.source !== after[id]!.source);
  const linksIn = (flow: Descriptor) => moved.flatMap((id) => incoming(flow, id));
  const [old, now] = [linksIn(before), linksIn(after)];
  const gone = lacking(old, now).filter(({ from }) => Object.hasOwn(after, from));
  const come = lacking(now, old);
  const count = gone.length + come.length;
  if (count > mostLinks) return [text('told.links', { count })];
  return [
    ...gone.map((link) => tellLink('disconnected', link)),
    ...come.map((link) => tellLink('connected', link)),
  ];

  function tellLink(what: 'connected' | 'disconnected', { from, to }: Link): string {
    return text(`told.${what}`, { from: labelIn(after, from), to: labelIn(after, to) });
  }
}

function lacking(links: Link[], others: Link[]): Link[] {
  return links.filter((link) => !others.some((other) => sameLink(link, other)));
}

function tell(what: 'added' | 'removed' | 'disabled' | 'enabled', flow: Descriptor, ids: string[]): string {
  const [first, ...others] = ids;
  if (first === undefined) return '';
  const components =
    others.length === 0 ? labelIn(flow, first) : text('told.components', { count: ids.length });
  return text(`told.${what}`, { components });
}

function labelIn(flow: Descriptor, id: string): string {
  return componentLabel(flow, catalogue, id);
}

function isOff({ disabled = false }: FlowNode): boolean {
  return disabled;
}
