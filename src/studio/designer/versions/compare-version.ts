import type { VersionDetail } from '../../../contract/versions.ts';
import { cloneDescriptor } from '../../../flow/clone.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { diffFlows, type FlowDiff } from '../../../flow/diff.ts';
import { nodeOf } from '../../../flow/graph.ts';
import type { Notes } from '../../../flow/notes.ts';
import { withLink } from '../../../flow/operations/links.ts';
import type { FlowContent } from '../../../flow/operations/operation.ts';
import { cardGap, cardHeight, cardWidth } from '../../../flow/placement.ts';

export type Comparison = {
  /** The version, under the component ids of the open flow: what restoring it puts in. */
  descriptor: Descriptor;
  notes: Notes;
  /** From the version to the open flow: "added" is what the version did not have yet. */
  diff: FlowDiff;
  /** The version and, beside it, what was added since. */
  merged: Descriptor;
  mergedNotes: Notes;
};

/**
 * Compares a published version with the open flow. A version has the component ids of the template, so for a draft
 * (`isDraft`) they are turned back into its own.
 */
export function compareVersion(
  version: Pick<VersionDetail, 'flow' | 'notes' | 'componentIdMap'>,
  open: FlowContent,
  isDraft: boolean,
): Comparison {
  const descriptor = isDraft ? inDraftIds(version) : version.flow;
  const { notes } = version;
  const diff = diffFlows({ descriptor, notes }, open);
  return {
    descriptor,
    notes,
    diff,
    merged: merge(descriptor, open.descriptor, diff),
    // Notes lie behind the cards and may cover one another: those added since stay where they are.
    mergedNotes: { ...open.notes, ...notes },
  };
}

function inDraftIds({ flow, componentIdMap }: Pick<VersionDetail, 'flow' | 'componentIdMap'>): Descriptor {
  const draftIds = new Map(
    Object.entries(componentIdMap).map(([draftId, templateId]) => [templateId, draftId]),
  );
  return cloneDescriptor(flow, {}, (id) => draftIds.get(id) ?? id).descriptor;
}

function merge(version: Descriptor, open: Descriptor, diff: FlowDiff): Descriptor {
  const merged = new Map(Object.entries(version));
  const placed: Place[] = Object.values(version);
  for (const { componentId, kind } of diff.components) {
    const node = nodeOf(open, componentId);
    if (kind !== 'added' || !node) continue;
    const place = freePlace(node, placed);
    placed.push(place);
    merged.set(componentId, { ...node, ...place });
  }
  for (const link of diff.links.added) {
    const target = merged.get(link.to);
    // A component that was added brings its links along.
    if (target && nodeOf(version, link.to)) merged.set(link.to, withLink(target, link, {}));
  }
  return Object.fromEntries(merged);
}

type Place = { x: number; y: number };

/** Cards may have been laid out anew since: what was added goes down until it covers none of the version's. */
function freePlace({ x, y }: Place, cards: Place[]): Place {
  const inTheWay = cards
    .filter((card) => Math.abs(card.x - x) < cardWidth && card.y + cardHeight > y)
    .toSorted((a, b) => a.y - b.y);
  let free = y;
  for (const card of inTheWay) {
    if (card.y >= free + cardHeight) break;
    free = Math.max(free, card.y + cardHeight + cardGap / 2);
  }
  return { x, y: free };
}
