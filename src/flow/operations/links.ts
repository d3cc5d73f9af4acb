import type { FlowNode, Mapping, Source, Transform } from '../descriptor.ts';
import type { Link } from '../graph.ts';
import { own, without } from '../record.ts';

/*
 * A link is two entries of its target: `source[inPort][from]` lists the out port, `config.transform[inPort][from][outPort]`
 * holds the mapping. These functions are the only ones that write either, so the two stay mirror images.
 */

/** The mapping of a link into this node. */
export function mappingOf(node: FlowNode, link: Link): Mapping | undefined {
  return own(own(own(node.config?.transform, link.inPort), link.from), link.outPort);
}

/** Is the link among the node's sources? */
export function hasLink(node: FlowNode, link: Link): boolean {
  return [own(own(node.source, link.inPort), link.from) ?? []].flat().includes(link.outPort);
}

/** The node with the link and its mapping. */
export function withLink(node: FlowNode, link: Link, mapping: Mapping): FlowNode {
  const senders = own(node.source, link.inPort) ?? {};
  const ports = [own(senders, link.from) ?? []].flat().filter((port) => port !== link.outPort);
  const source: Source = {
    ...node.source,
    [link.inPort]: { ...senders, [link.from]: [...ports, link.outPort] },
  };
  return withMapping({ ...node, source }, link, mapping);
}

/** The node with another mapping for one of its links. */
export function withMapping(node: FlowNode, link: Link, mapping: Mapping): FlowNode {
  const transform = node.config?.transform;
  const senders = own(transform, link.inPort);
  const changed: Transform = {
    ...transform,
    [link.inPort]: { ...senders, [link.from]: { ...own(senders, link.from), [link.outPort]: mapping } },
  };
  return { ...node, config: { ...node.config, transform: changed } };
}

/** The node without the link and without its mapping; the same node when it has neither. */
export function withoutLink(node: FlowNode, link: Link): FlowNode {
  let result = node;
  const senders = own(node.source, link.inPort);
  if (node.source && senders && hasLink(node, link)) {
    const ports = [own(senders, link.from) ?? []].flat().filter((port) => port !== link.outPort);
    const left = ports.length > 0 ? { ...senders, [link.from]: ports } : without(senders, link.from);
    result = { ...result, source: setOrDrop(node.source, link.inPort, left) };
  }
  const transform = node.config?.transform;
  const mappings = own(transform, link.inPort);
  const ports = own(mappings, link.from);
  if (transform && mappings && ports && Object.hasOwn(ports, link.outPort)) {
    const left = setOrDrop(mappings, link.from, without(ports, link.outPort));
    const { transform: _, ...config } = node.config ?? {};
    const changed = setOrDrop(transform, link.inPort, left);
    result = {
      ...result,
      config: Object.keys(changed).length > 0 ? { ...node.config, transform: changed } : config,
    };
  }
  return result;
}

function setOrDrop<Value extends object>(
  map: Record<string, Value>,
  key: string,
  value: Value,
): Record<string, Value> {
  return Object.keys(value).length > 0 ? { ...map, [key]: value } : without(map, key);
}
