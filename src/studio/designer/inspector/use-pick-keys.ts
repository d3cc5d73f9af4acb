import { type KeyboardEvent, useRef } from 'react';

/** Keys that are pressed on the way to a `{`, which on some keyboards takes two of them. */
const modifierKeys = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta']);

/**
 * The keys that ask for a variable in an input of text, `{{` and Ctrl/Cmd+Space, for the controls of a field that cannot
 * hold such a text. An editor within sees to them itself. `undefined`: the field asks for none.
 */
export function usePickKeys(onAsk: (() => void) | undefined) {
  const brace = useRef<EventTarget>(undefined);
  if (!onAsk) return undefined;
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    const { key, code, target, currentTarget } = event;
    // What a control opens stands elsewhere in the page.
    if (modifierKeys.has(key) || !(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    const isSecond = key === '{' && brace.current === target;
    brace.current = key === '{' && !isSecond ? target : undefined;
    if (!isSecond && !(code === 'Space' && (event.ctrlKey || event.metaKey))) return;
    if (target.closest('[contenteditable=true]')) return;
    event.preventDefault();
    // The control would open its own list.
    event.stopPropagation();
    onAsk();
  };
  // The second brace may be pressed much later, for something else.
  const onBlurCapture = () => {
    brace.current = undefined;
  };
  return { onKeyDownCapture, onBlurCapture };
}
