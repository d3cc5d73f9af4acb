import { checkConnection } from '../../../flow/connection.ts';
import type { Catalogue, ComponentDefinition } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { type Link, outgoing } from '../../../flow/graph.ts';
import { inPortsOf, outPortsOf } from '../../../flow/manifest.ts';
import { addComponent } from '../../../flow/operations/add-component.ts';
import { connect } from '../../../flow/operations/connect.ts';
import { type Operation, sequence } from '../../../flow/operations/operation.ts';
import { freePositionAfter } from '../../../flow/placement.ts';

export type Placement = { x: number; y: number };

/**
 * Adds a component without a pointer: connected behind the selected one where that is allowed, else at a free place.
 * `center` is where the first one of an empty flow goes.
 */
export function placeAfter(options: {
  descriptor: Descriptor;
  catalogue: Catalogue;
  component: ComponentDefinition;
  id: string;
  selected: string | undefined;
  center: Placement;
}): Operation {
  const { descriptor, catalogue, component, id, selected, center } = options;
  const type = component.manifest.name;
  const link =
    selected === undefined
      ? undefined
      : linksAfter(descriptor, catalogue, { selected, id, component }).find(
          (candidate) =>
            checkConnection({ ...descriptor, [id]: { type, x: 0, y: 0 } }, catalogue, candidate).ok,
        );
  const empty = Object.keys(descriptor).length === 0;
  const place = empty ? center : freePositionAfter(descriptor, link && selected);
  const add = addComponent({ id, component, ...place });
  return link ? sequence({ name: add.name, operations: [add, connect({ link, catalogue })] }) : add;
}

/** Links from the selected component to the new one; an out port that leads nowhere yet comes first. */
function linksAfter(
  descriptor: Descriptor,
  catalogue: Catalogue,
  { selected, id, component }: { selected: string; id: string; component: ComponentDefinition },
): Link[] {
  const inPort = inPortsOf(component.manifest)[0]?.name;
  const sender = catalogue.component(descriptor[selected]?.type ?? '');
  if (inPort === undefined || !sender) return [];
  const used = new Set(outgoing(descriptor, selected).map((link) => link.outPort));
  const ports = outPortsOf(sender.manifest).map((port) => port.name);
  return [...ports.filter((port) => !used.has(port)), ...ports.filter((port) => used.has(port))].map(
    (outPort) => ({ from: selected, outPort, to: id, inPort }),
  );
}
