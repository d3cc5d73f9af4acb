import { outlineText as text } from '../../text/english/outline.ts';
import type { Shortcut } from '../commands/shortcut.ts';
import type { BranchRow } from './outline-rows.ts';
import type { VisibleRow } from './visible-rows.ts';

/** What the keys of a row act on. */
export type RowContext = {
  active: VisibleRow;
  /** Selects what the row shows, alone or beside what is selected. */
  select: (options?: { add: boolean }) => void;
  toggle: (key: string) => void;
  open: () => void;
  add: (row: VisibleRow) => void;
  connect: (branch: BranchRow) => void;
};

/** One key of the outline: the shortcut sheet lists it, the rows obey it. */
export type RowKey = {
  id: string;
  title: () => string;
  shortcuts: Shortcut[];
  /** False: the key means something to the Designer besides. */
  run: (context: RowContext) => boolean;
};

/**
 * What a row does by keys, beside walking (`outline-keys.ts`). Deleting is the Designer's own command on the selection: a row
 * that is not selected yet, such as the one in place of a deleted one, is only selected for it.
 */
export const rowKeys: RowKey[] = [
  {
    id: 'open',
    title: () => text('keys.open'),
    shortcuts: [{ key: 'Enter' }],
    run({ active, select, toggle, open, add }) {
      select();
      if (active.row.kind !== 'branch') open();
      else if (active.expandable) toggle(active.row.key);
      else add(active);
      return true;
    },
  },
  {
    id: 'select',
    title: () => text('keys.select'),
    shortcuts: [{ key: ' ' }],
    run({ select }) {
      select();
      return true;
    },
  },
  {
    id: 'add',
    title: () => text('keys.add'),
    shortcuts: [{ key: '+' }],
    run({ active, add }) {
      add(active);
      return true;
    },
  },
  {
    id: 'connect',
    title: () => text('keys.connect'),
    shortcuts: [{ key: '>' }],
    run({ active, select, connect }) {
      select();
      if (active.row.kind !== 'branch') return false;
      connect(active.row);
      return true;
    },
  },
  {
    id: 'disconnect',
    title: () => text('keys.disconnect'),
    shortcuts: [{ key: '<' }],
    run({ select }) {
      select();
      return false;
    },
  },
  {
    id: 'delete',
    title: () => text('keys.delete'),
    shortcuts: [{ key: 'Delete' }, { key: 'Backspace' }],
    run({ select }) {
      select({ add: true });
      return false;
    },
  },
];
