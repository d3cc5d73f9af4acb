import { type KeyboardEvent, useRef } from 'react';
import { rowByText, walkAction } from './outline-keys.ts';
import type { useOutline } from './use-outline.ts';
import type { BranchRow } from './outline-rows.ts';
import type { VisibleRow } from './visible-rows.ts';

/** Milliseconds after which typing begins a new name. */
const typingRest = 700;

/**
 * The keys of the outline. Delete and the links of a component are the Designer's own commands on the selection: here a
 * row that is not selected yet, such as the one in place of a deleted one, is only selected for them.
 */
export function useRowKeys(
  { rows, activeIndex, active, goTo, toggle }: ReturnType<typeof useOutline>,
  actions: {
    nameOf: (row: VisibleRow) => string;
    open: () => void;
    add: (row: VisibleRow) => void;
    connect: (branch: BranchRow) => void;
  },
) {
  const typed = useRef({ text: '', at: 0 });

  const typeAhead = (event: KeyboardEvent): boolean => {
    const resumed = event.timeStamp - typed.current.at < typingRest;
    const before = resumed ? typed.current.text : '';
    if (!/^[\p{L}\p{N}]$/u.test(event.key) && !(event.key === ' ' && before !== '')) return false;
    typed.current = { text: before + event.key, at: event.timeStamp };
    const found = rowByText(rows.map(actions.nameOf), activeIndex, typed.current.text);
    if (found !== undefined) goTo(found);
    return true;
  };

  const act = (event: KeyboardEvent): boolean => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return false;
    const walk = walkAction(rows, activeIndex, event.key);
    if (walk) {
      if ('toggle' in walk) toggle(walk.toggle);
      else goTo(walk.to, { add: event.shiftKey });
      return true;
    }
    if (typeAhead(event)) return true;
    switch (event.key) {
      case 'Enter':
        goTo(activeIndex);
        if (active.row.kind !== 'branch') actions.open();
        else if (active.expandable) toggle(active.row.key);
        else actions.add(active);
        return true;
      case ' ':
        goTo(activeIndex);
        return true;
      case '+':
        actions.add(active);
        return true;
      case '>':
      case '<':
        goTo(activeIndex);
        if (event.key === '<' || active.row.kind !== 'branch') return false;
        actions.connect(active.row);
        return true;
      case 'Delete':
      case 'Backspace':
        if (!event.shiftKey) goTo(activeIndex, { add: true });
        return false;
      default:
        return false;
    }
  };

  return (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && act(event)) event.preventDefault();
  };
}
