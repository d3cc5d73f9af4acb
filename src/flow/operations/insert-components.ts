import type { Descriptor, FlowNode } from '../descriptor.ts';
import { message, type Message } from '../messages/message.ts';
import { renameIds } from '../rename-ids.ts';
import type { Operation } from './operation.ts';

/**
 * Adds copies of components, from this flow or another, under new ids and moved by (dx, dy) canvas pixels. Links among
 * them lead from copy to copy, and so do their variables. Links from a component that this flow has too are kept. What
 * was filled in for a link from any other stays behind in the copy, and the next link drawn there takes it over
 * (`connect`); variables of components that are not here show as problems. A component without a free new id is left out.
 * An id by which others of them know a component that does not come along is not free: they would be linked to this one.
 */
export function insertComponents(options: {
  components: Descriptor;
  newIds: Record<string, string>;
  dx: number;
  dy: number;
  name?: Message;
}): Operation {
  const ids = Object.keys(options.components);
  return {
    name: options.name ?? message('operation.paste', { count: ids.length }),
    apply(descriptor) {
      const idMap = freeIds(descriptor, options.components, options.newIds);
      if (idMap.size === 0) return descriptor;
      const copies = [...idMap].map(([oldId, newId]): [string, FlowNode] => {
        const copy = renameIds(options.components[oldId]!, (id) => idMap.get(id) ?? id);
        return [newId, { ...copy, x: copy.x + options.dx, y: copy.y + options.dy }];
      });
      return { ...descriptor, ...Object.fromEntries(copies) };
    },
  };
}

function freeIds(
  descriptor: Descriptor,
  components: Descriptor,
  newIds: Record<string, string>,
): Map<string, string> {
  const taken = new Set(Object.keys(descriptor));
  const idMap = new Map<string, string>();
  for (const id of Object.keys(components)) {
    const newId = Object.hasOwn(newIds, id) ? newIds[id] : undefined;
    if (!newId || taken.has(newId)) continue;
    taken.add(newId);
    idMap.set(id, newId);
  }
  const senders = new Set(
    Object.values(components).flatMap(({ source = {} }) => Object.values(source).flatMap(Object.keys)),
  );
  const isMistaken = ([, newId]: [string, string]) => senders.has(newId) && !idMap.has(newId);
  // Without it, others may stand for one that does not come along.
  for (let mistaken; (mistaken = [...idMap].find(isMistaken));) idMap.delete(mistaken[0]);
  return idMap;
}
