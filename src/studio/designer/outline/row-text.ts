import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link } from '../../../flow/graph.ts';
import { componentLabel } from '../../text/component-label.ts';
import { outlineText as text } from '../../text/english/outline.ts';
import { problemText } from '../canvas/projection.ts';
import type { ComponentRow, FlowRow } from './outline-rows.ts';

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
export function rowText(row: FlowRow, flow: Flow, total: number): RowText {
  return row.kind === 'component' ? componentText(row, flow, total) : branchText(row, flow);
}

function componentText(row: ComponentRow, flow: Flow, total: number): RowText {
  const { descriptor, catalogue, problems } = flow;
  const name = componentLabel(descriptor, catalogue, row.id);
  const node = descriptor[row.id]!;
  const known = catalogue.component(node.type) !== undefined;
  const notes = [
    known ? '' : text('row.notInstalled'),
    node.disabled ? text('row.disabled') : '',
    sendersText(row, flow),
    row.goesOnTo.length > 0 ? text('row.goesOnTo', { targets: targets(row.goesOnTo, flow) }) : '',
  ].filter(Boolean);
  const step = text('row.step', { number: row.step, total });
  const spoken = [name, step, problemText(problems.get(row.id) ?? 0), ...notes].filter(Boolean).join(', ');
  return { name, notes, spoken };
}

function sendersText({ id, alsoFrom }: ComponentRow, { descriptor, catalogue }: Flow): string {
  if (alsoFrom.length === 0) return '';
  const senders = alsoFrom
    .map(({ from, outPort: port }) =>
      text('row.sender', { component: componentLabel(descriptor, catalogue, from), port }),
    )
    .join(', ');
  const all = alsoFrom.length === incoming(descriptor, id).length;
  return text(all ? 'row.from' : 'row.alsoFrom', { senders });
}

function branchText(row: Extract<FlowRow, { kind: 'branch' }>, flow: Flow): RowText {
  const { outPort, from, link, leadsElsewhere } = row;
  const note = noteOf(link, leadsElsewhere, flow);
  const of = text('row.branchOf', { component: componentLabel(flow.descriptor, flow.catalogue, from) });
  return { name: outPort, notes: note ? [note] : [], spoken: [outPort, of, note].filter(Boolean).join(', ') };
}

function noteOf(link: Link | undefined, leadsElsewhere: boolean, flow: Flow): string {
  if (!link) return text('row.nothingFollows');
  return leadsElsewhere ? text('row.goesOnTo', { targets: targets([link], flow) }) : '';
}

function targets(links: Link[], { descriptor, catalogue }: Flow): string {
  return links.map(({ to }) => componentLabel(descriptor, catalogue, to)).join(', ');
}
