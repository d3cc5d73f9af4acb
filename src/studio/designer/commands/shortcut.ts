import { commandsText as text } from '../../text/english/commands.ts';

/** A key as `KeyboardEvent.key` names it. `mod` is Command on a Mac, Control elsewhere. */
export type Shortcut = { key: string; mod?: boolean; shift?: boolean; alt?: boolean };

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/**
 * Is this key press that shortcut? Shift counts for letters, digits and named keys; a sign such as "+" or "[" may need it,
 * AltGr or Option, or none of them, depending on the keyboard.
 */
export function matches(shortcut: Shortcut, press: KeyPress, mac = isMac()): boolean {
  const sign = shortcut.key.length === 1 && !/[a-z0-9]/i.test(shortcut.key);
  if (sign && !shortcut.alt && !shortcut.mod && isThirdLevel(press, mac)) return press.key === shortcut.key;
  if (press.altKey !== (shortcut.alt ?? false)) return false;
  if ((press.ctrlKey || press.metaKey) !== (shortcut.mod ?? false)) return false;
  if (!sign && press.shiftKey !== (shortcut.shift ?? false)) return false;
  // Option makes another letter of a letter on a Mac: there only the key itself tells.
  if (shortcut.alt && press.code === `Key${shortcut.key.toUpperCase()}`) return true;
  return press.key.toLowerCase() === shortcut.key.toLowerCase() || press.code === `Digit${shortcut.key}`;
}

/** Is it the sign on a key that AltGr makes (on Windows also told as Control and Alt), or Option on a Mac? */
function isThirdLevel(press: KeyPress, mac: boolean): boolean {
  return mac
    ? press.altKey && !press.ctrlKey && !press.metaKey
    : press.getModifierState?.('AltGraph') === true;
}

const macSigns: Record<string, string> = { Backspace: '⌫', Delete: '⌦', Escape: 'esc' };
const arrows: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
/** Keys that each language prints on them in its own way. */
const named = ['Enter', 'Escape', 'Delete', 'Backspace', 'ContextMenu'] as const;

/** The shortcut as people read it: "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function describe({ key, mod, shift, alt }: Shortcut, mac: boolean): string {
  const cap = (mac ? macSigns[key] : undefined) ?? keyCap(key);
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${cap}`;
  const held = [mod && text('keys.Control'), alt && text('keys.Alt'), shift && text('keys.Shift')];
  return [...held, cap].filter(Boolean).join('+');
}

/** What stands on a key of this name (`KeyboardEvent.key`). */
export function keyCap(key: string): string {
  if (key === ' ') return text('keys.Space');
  if (key.length === 1) return key.toUpperCase();
  const name = named.find((one) => one === key);
  return name ? text(`keys.${name}`) : (arrows[key] ?? key);
}

export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
