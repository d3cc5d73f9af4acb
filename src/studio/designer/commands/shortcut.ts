/** A key as `KeyboardEvent.key` names it. `mod` is Command on a Mac, Control elsewhere. */
export type Shortcut = { key: string; mod?: boolean; shift?: boolean; alt?: boolean };

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Is this key press that shortcut? Shift counts for letters, digits and named keys; a sign such as "+" may need it or
 * not, depending on the keyboard.
 */
export function matches(shortcut: Shortcut, press: KeyPress): boolean {
  if (press.altKey !== (shortcut.alt ?? false)) return false;
  if ((press.ctrlKey || press.metaKey) !== (shortcut.mod ?? false)) return false;
  const sign = shortcut.key.length === 1 && !/[a-z0-9]/i.test(shortcut.key);
  if (!sign && press.shiftKey !== (shortcut.shift ?? false)) return false;
  // Option makes another letter of a letter on a Mac: there only the key itself tells.
  if (shortcut.alt && press.code === `Key${shortcut.key.toUpperCase()}`) return true;
  return press.key.toLowerCase() === shortcut.key.toLowerCase() || press.code === `Digit${shortcut.key}`;
}

const macSigns: Record<string, string> = { Backspace: '⌫', Delete: '⌦', Escape: 'esc' };
const names: Record<string, string> = { Escape: 'Esc' };

/** The shortcut as people read it: "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function describe({ key, mod, shift, alt }: Shortcut, mac: boolean): string {
  const name = key.length === 1 ? key.toUpperCase() : ((mac ? macSigns : names)[key] ?? key);
  if (mac) return `${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

export function isMac(): boolean {
  return navigator.platform.startsWith('Mac');
}
