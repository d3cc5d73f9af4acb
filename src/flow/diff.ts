import type { Descriptor } from './descriptor.ts';
import { type Difference, nodeDifferences } from './diff/node-differences.ts';
import { type NoteChange, noteChanges } from './diff/note-changes.ts';
import { type Link, linksOf, nodeOf } from './graph.ts';
import type { FlowContent } from './operations/operation.ts';

/** What became of one component. One that is new or gone has no differences: only one flow has it. */
export type ComponentChange = {
  componentId: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  differences: Difference[];
};

export type FlowDiff = {
  /** Those that differ, in the order of the flow before, then those added. */
  components: ComponentChange[];
  links: { added: Link[]; removed: Link[] };
  notes: NoteChange[];
};

/** How many of each; a link counts besides the components it joins. */
export type ChangeCounts = {
  changed: number;
  added: number;
  removed: number;
  moved: number;
  linksAdded: number;
  linksRemoved: number;
  /** Notes, whatever became of them. */
  notes: number;
};

/**
 * What differs between two flows. A component is known by its id. Links stand for themselves: a component whose links
 * alone differ has not changed, and what a new link brings along for the inputs is part of that link. One from a component
 * that a flow does not have leads nowhere, and is not told. Time: O(V + E).
 */
export function diffFlows(before: FlowContent, after: FlowContent): FlowDiff {
  return {
    ...diffDescriptors(before.descriptor, after.descriptor),
    notes: noteChanges(before.notes, after.notes),
  };
}

function diffDescriptors(before: Descriptor, after: Descriptor): Omit<FlowDiff, 'notes'> {
  const links = { added: missingFrom(before, linksOf(after)), removed: missingFrom(after, linksOf(before)) };
  const known = Object.keys(before).flatMap((id) => changeOf(before, after, id));
  const added = Object.keys(after)
    .filter((id) => !nodeOf(before, id))
    .map((componentId) => ({ componentId, kind: 'added' as const, differences: [] }));
  return { components: [...known, ...added], links };
}

export function isEmptyDiff({ components, links, notes }: FlowDiff): boolean {
  return components.length + links.added.length + links.removed.length + notes.length === 0;
}

export function countChanges({ components, links, notes }: FlowDiff): ChangeCounts {
  const counts = { changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { kind } of components) counts[kind] += 1;
  return {
    ...counts,
    linksAdded: links.added.length,
    linksRemoved: links.removed.length,
    notes: notes.length,
  };
}

function changeOf(before: Descriptor, after: Descriptor, componentId: string): ComponentChange[] {
  const now = nodeOf(after, componentId);
  if (!now) return [{ componentId, kind: 'removed', differences: [] }];
  const differences = nodeDifferences(componentId, before, after);
  if (differences.length === 0) return [];
  const moved = differences.every(({ part }) => part === 'position');
  return [{ componentId, kind: moved ? 'moved' : 'changed', differences }];
}

function missingFrom(descriptor: Descriptor, links: readonly Link[]): Link[] {
  const present = new Set(linksOf(descriptor).map(linkKey));
  return links.filter((link) => !present.has(linkKey(link)));
}

function linkKey({ from, outPort, to, inPort }: Link): string {
  return JSON.stringify([from, outPort, to, inPort]);
}
