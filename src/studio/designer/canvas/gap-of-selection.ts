import type { Catalogue } from '../../../flow/definition.ts';
import { outgoing } from '../../../flow/graph.ts';
import type { Gap } from '../../../flow/insertion.ts';
import type { DocumentState } from '../document/document-store.ts';
import { cardPorts } from './card-ports.ts';
import { linkOfId } from './link-id.ts';

/**
 * Where "Insert" puts a component: into the one selected link, else behind the one selected component, by its first out
 * port that leads nowhere yet.
 */
export function gapOfSelection(
  { descriptor, selection, linkSelection }: Pick<DocumentState, 'descriptor' | 'selection' | 'linkSelection'>,
  catalogue: Catalogue,
): Gap | undefined {
  if (linkSelection.length === 1 && selection.length === 0) {
    return { kind: 'on', link: linkOfId(linkSelection[0]!) };
  }
  const [from, ...others] = selection;
  if (from === undefined || others.length > 0) return undefined;
  const used = new Set(outgoing(descriptor, from).map(({ outPort }) => outPort));
  const ports = cardPorts(descriptor, catalogue, from).out;
  const outPort = ports.find((port) => !used.has(port)) ?? ports[0];
  return outPort === undefined ? undefined : { kind: 'after', from, outPort };
}
