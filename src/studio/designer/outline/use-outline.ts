import { useMemo, useState } from 'react';
import { catalogue } from '../../catalogue.ts';
import { linkId } from '../canvas/link-id.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { noteRowKey, withNotes } from './note-rows.ts';
import { type OutlineRow, outlineRows } from './outline-rows.ts';
import { visibleRows } from './visible-rows.ts';

const nothingClosed: ReadonlySet<string> = new Set();

/**
 * The rows of the outline and the one that the keys act on. That row and the document's selection follow one another:
 * going to a row selects its component or note (or, of a branch, its link); what is selected elsewhere becomes the active row.
 * Where the active row is gone, deleted, the one in its place is active, not yet selected.
 */
export function useOutline() {
  const store = useDocumentStore();
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const selection = useDocument((state) => state.selection);
  const noteSelection = useDocument((state) => state.noteSelection);
  const [closed, setClosed] = useState(nothingClosed);
  const [followed, setFollowed] = useState<{ selection: string[]; noteSelection: string[] }>();
  const [active, setActive] = useState({ key: '', index: 0 });

  const all = useMemo(() => withNotes(outlineRows(descriptor, catalogue), notes), [descriptor, notes]);
  const rows = useMemo(() => visibleRows(all, closed, active.key), [all, closed, active.key]);

  if (selection !== followed?.selection || noteSelection !== followed.noteSelection) {
    setFollowed({ selection, noteSelection });
    const keys = [...selection.map(keyOf), ...noteSelection.map(noteRowKey)];
    const last = keys.at(-1);
    if (last !== undefined && !keys.includes(active.key)) setActive({ key: last, index: active.index });
  }
  const found = rows.findIndex(({ row }) => row.key === active.key);
  const activeIndex = found >= 0 ? found : Math.max(0, Math.min(active.index, rows.length - 1));
  if (rows.length > 0 && found >= 0 && found !== active.index) setActive({ key: active.key, index: found });

  const goTo = (index: number, { add = false }: { add?: boolean } = {}) => {
    const row = rows[index]?.row;
    if (!row) return;
    setActive({ key: row.key, index });
    const { selection: before, noteSelection: notesBefore, changeSelection } = store.getState();
    if (row.kind === 'branch') {
      if (!add) changeSelection({ components: [], links: linksOf(row), notes: [] });
    } else if (row.kind === 'note') {
      if (!add) changeSelection({ components: [], links: [], notes: [row.id] });
      else if (!notesBefore.includes(row.id)) changeSelection({ notes: [...notesBefore, row.id] });
    } else if (!add) store.getState().select([row.id]);
    else if (!before.includes(row.id)) changeSelection({ components: [...before, row.id] });
  };
  const toggle = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
    const index = rows.findIndex(({ row }) => row.key === key);
    if (index >= 0) goTo(index);
  };
  return { rows, activeIndex, active: rows[activeIndex], goTo, toggle };
}

function linksOf({ link }: Extract<OutlineRow, { kind: 'branch' }>): string[] {
  return link ? [linkId(link)] : [];
}

function keyOf(id: string): string {
  return `component ${id}`;
}
