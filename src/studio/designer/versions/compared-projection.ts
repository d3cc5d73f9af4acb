import type { Edge, Node } from '@xyflow/react';
import { catalogue } from '../../catalogue.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { linkId } from '../canvas/link-id.ts';
import { type CardData, createProjection } from '../canvas/projection.ts';
import { createNoteProjection, type NoteData } from '../canvas/notes/note-node.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { Comparison } from './compare-version.ts';

type Changed = { change: ChangeKind | undefined };
export type ComparedCardNode = Node<CardData & Changed, 'compared'>;
export type ComparedNoteNode = Node<NoteData & Changed, 'comparedNote'>;
export type ComparedNode = ComparedCardNode | ComparedNoteNode;
export type ComparedEdge = Edge<{ change: 'added' | 'removed' | undefined }>;

/** The cards, notes and links of a comparison: those of the Designer's canvas, each with what became of it. */
export function comparedProjection({ merged, mergedNotes, diff }: Comparison): {
  nodes: ComparedNode[];
  edges: ComparedEdge[];
} {
  const projected = createProjection(catalogue)({
    descriptor: merged,
    problems: [],
    selection: [],
    linkSelection: [],
  });
  const changes = new Map(diff.components.map(({ componentId, kind }) => [componentId, kind]));
  const links = new Map<string, 'added' | 'removed'>();
  for (const link of diff.links.added) links.set(linkId(link), 'added');
  for (const link of diff.links.removed) links.set(linkId(link), 'removed');

  const noteChanges = new Map(diff.notes.map(({ noteId, kind }) => [noteId, kind]));
  const notes = createNoteProjection()(mergedNotes, []).map((node): ComparedNoteNode => {
    const change = noteChanges.get(node.data.noteId);
    const { domAttributes: _, ...rest } = node;
    return {
      ...rest,
      type: 'comparedNote',
      data: { ...node.data, change },
      ariaLabel: named(node.ariaLabel, change),
    };
  });
  const cards = projected.nodes.map((node): ComparedCardNode => {
    const change = changes.get(node.id);
    return {
      ...node,
      type: 'compared',
      data: { ...node.data, change },
      ariaLabel: named(node.ariaLabel, change),
    };
  });

  return {
    nodes: [...cards, ...notes],
    edges: projected.edges.map((edge) => {
      const change = links.get(edge.id);
      return {
        ...edge,
        data: { change },
        ariaLabel: named(edge.ariaLabel, change),
      };
    }),
  };
}

/** What a screen reader says: "Post, step 2 of 3, removed". */
function named(what = '', change: ChangeKind | undefined): string {
  return change === undefined ? what : text(`canvas.${change}`, { what });
}
