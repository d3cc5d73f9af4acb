import type { Catalogue } from '../../../flow/definition.ts';
import type { ComponentDefinition } from '../../../flow/definition.ts';
import { topologicalOrder } from '../../../flow/graph.ts';
import { labelOf, moduleNameOf } from '../../../flow/manifest.ts';
import { noteIds, noteOf } from '../../../flow/notes.ts';
import { componentLabel } from '../../text/component-label.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { notesText } from '../../text/english/notes.ts';
import { noteName } from '../canvas/notes/note-node.ts';
import type { Command } from '../commands/command.ts';
import type { DocumentState } from '../document/document-store.ts';
import { paletteGroups } from '../palette/palette-groups.ts';

/** One thing the command palette offers. */
export type Entry =
  | { kind: 'command'; id: string; title: string; detail: string; command: Command }
  | { kind: 'add'; id: string; title: string; detail: string; component: ComponentDefinition }
  | { kind: 'go'; id: string; title: string; detail: string; componentId: string; type: string }
  | { kind: 'note'; id: string; title: string; detail: string; noteId: string };

/**
 * Everything one can do or reach now, in the order of likelihood: commands, the flow's components and notes, the palette's
 * components.
 */
export function commandEntries(state: DocumentState, commands: Command[], catalogue: Catalogue): Entry[] {
  const { descriptor, notes } = state;
  return [
    ...commands
      .filter((command) => command.id !== 'command-palette' && command.when(state))
      .map((command): Entry => ({
        kind: 'command',
        id: command.id,
        title: command.title(),
        detail: command.detail?.(state) ?? '',
        command,
      })),
    ...topologicalOrder(descriptor).map((componentId, index): Entry => ({
      kind: 'go',
      id: `go ${componentId}`,
      title: text('entry.go', { component: componentLabel(descriptor, catalogue, componentId) }),
      detail: text('entry.step', { number: index + 1 }),
      componentId,
      type: descriptor[componentId]!.type,
    })),
    ...noteIds(notes).map((noteId): Entry => ({
      kind: 'note',
      id: `note ${noteId}`,
      title: notesText('goTo', { note: noteName(noteOf(notes, noteId)!) }),
      detail: notesText('detail'),
      noteId,
    })),
    ...offeredComponents(catalogue).map((component): Entry => ({
      kind: 'add',
      id: `add ${component.manifest.name}`,
      title: text('entry.add', { component: labelOf(component.manifest) }),
      detail: moduleLabel(component, catalogue),
      component,
    })),
  ];
}

/** What the palette offers, in its order. */
export function offeredComponents(catalogue: Catalogue): ComponentDefinition[] {
  return paletteGroups(catalogue, '').flatMap(({ modules }) =>
    modules.flatMap(({ components }) => components),
  );
}

export function moduleLabel({ manifest }: ComponentDefinition, catalogue: Catalogue): string {
  return catalogue.module(moduleNameOf(manifest.name))?.label ?? '';
}

/** The entries in which every word is found; those whose title begins with the search come first. */
export function search<Item extends { title: string; detail: string }>(
  entries: Item[],
  query: string,
): Item[] {
  const sought = query.trim().toLowerCase();
  const words = sought.split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, detail }) => {
    const all = `${title} ${detail}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const rank = ({ title }: Item) => (sought !== '' && title.toLowerCase().startsWith(sought) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
