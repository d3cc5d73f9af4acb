import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link } from '../../../flow/graph.ts';
import { componentLabel } from '../../text/component-label.ts';
import { problemText } from '../canvas/projection.ts';
import type { ComponentRow, OutlineRow } from './outline-rows.ts';

/** What a row says. */
export type RowText = {
  name: string;
  /** What stands behind the name, in grey. */
  notes: string[];
  /** All of it, for a screen reader. */
  spoken: string;
};

type Flow = { descriptor: Descriptor; catalogue: Catalogue; problems: ReadonlyMap<string, number> };

/** The words of a row. `total` is how many components the flow has. */
export function rowText(row: OutlineRow, flow: Flow, total: number): RowText {
  return row.kind === 'component' ? componentText(row, flow, total) : branchText(row, flow);
}

function componentText(row: ComponentRow, flow: Flow, total: number): RowText {
  const { descriptor, catalogue, problems } = flow;
  const name = componentLabel(descriptor, catalogue, row.id);
  const node = descriptor[row.id]!;
  const known = catalogue.component(node.type) !== undefined;
  const notes = [
    known ? '' : 'Not installed',
    node.disabled ? 'Disabled' : '',
    sendersText(row, flow),
    row.goesOnTo.length > 0 ? `goes on to ${targets(row.goesOnTo, flow)}` : '',
  ].filter(Boolean);
  const step = `step ${row.step} of ${total}`;
  const spoken = [name, step, problemText(problems.get(row.id) ?? 0), ...notes].filter(Boolean).join(', ');
  return { name, notes, spoken };
}

function sendersText({ id, alsoFrom }: ComponentRow, { descriptor, catalogue }: Flow): string {
  if (alsoFrom.length === 0) return '';
  const senders = alsoFrom.map(
    ({ from, outPort }) => `${componentLabel(descriptor, catalogue, from)} (${outPort})`,
  );
  const all = alsoFrom.length === incoming(descriptor, id).length;
  return `${all ? 'from' : 'also from'} ${senders.join(', ')}`;
}

function branchText(row: Extract<OutlineRow, { kind: 'branch' }>, flow: Flow): RowText {
  const { outPort, from, link, leadsElsewhere } = row;
  const note = !link ? 'nothing follows yet' : leadsElsewhere ? `goes on to ${targets([link], flow)}` : '';
  const of = `branch of ${componentLabel(flow.descriptor, flow.catalogue, from)}`;
  return { name: outPort, notes: note ? [note] : [], spoken: [outPort, of, note].filter(Boolean).join(', ') };
}

function targets(links: Link[], { descriptor, catalogue }: Flow): string {
  return links.map(({ to }) => componentLabel(descriptor, catalogue, to)).join(', ');
}
