import { type KeyboardEvent, useRef } from 'react';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { matches } from '../commands/shortcut.ts';
import { rowByText, walkAction } from './outline-keys.ts';
import type { useOutline } from './use-outline.ts';
import { type RowContext, rowKeys } from './row-keys.ts';
import type { VisibleRow } from './visible-rows.ts';

/** Milliseconds after which typing begins a new name. */
const typingRest = 700;

const commandList: Command[] = Object.values(commands);

/**
 * The keys of the outline. A letter that is a command's means it here as on the canvas, on the row in hand; any other
 * begins the name of a row, and then every letter belongs to that name.
 */
export function useRowKeys(
  { rows, activeIndex, active, goTo, toggle }: ReturnType<typeof useOutline>,
  actions: { nameOf: (row: VisibleRow) => string } & Pick<RowContext, 'open' | 'add' | 'connect'>,
) {
  const typed = useRef({ text: '', at: 0 });
  const select: RowContext['select'] = (options) => goTo(activeIndex, options);

  const typeAhead = ({ key, timeStamp }: KeyboardEvent): boolean => {
    const before = timeStamp - typed.current.at < typingRest ? typed.current.text : '';
    if (!/^[\p{L}\p{N}]$/u.test(key) && !(key === ' ' && before !== '')) return false;
    typed.current = { text: before + key, at: timeStamp };
    const found = rowByText(rows.map(actions.nameOf), activeIndex, typed.current.text);
    if (found !== undefined) goTo(found);
    return true;
  };
  /** Is it a letter that stands for a command, and no part of a name? */
  const isCommand = ({ key, nativeEvent, timeStamp }: KeyboardEvent): boolean =>
    timeStamp - typed.current.at >= typingRest &&
    /^\p{L}$/u.test(key) &&
    commandList.some(({ shortcuts }) => shortcuts.some((shortcut) => matches(shortcut, nativeEvent)));

  const act = (event: KeyboardEvent): boolean => {
    if (!active || event.ctrlKey || event.metaKey || event.altKey) return false;
    const walk = walkAction(rows, activeIndex, event.key);
    if (walk) {
      if ('toggle' in walk) toggle(walk.toggle);
      else goTo(walk.to, { add: event.shiftKey });
      return true;
    }
    if (isCommand(event)) {
      select({ add: true });
      return false;
    }
    if (typeAhead(event)) return true;
    const own = rowKeys.find(({ shortcuts }) =>
      shortcuts.some((shortcut) => matches(shortcut, event.nativeEvent)),
    );
    return own?.run({ active, select, toggle, ...actions }) ?? false;
  };

  return (event: KeyboardEvent) => {
    if (event.target === event.currentTarget && act(event)) event.preventDefault();
  };
}
