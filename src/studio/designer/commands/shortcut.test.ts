import { expect, test } from 'vitest';
import { describe as describeShortcut, matches, type Shortcut } from './shortcut.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const undo: Shortcut = { key: 'z', mod: true };
const redo: Shortcut = { key: 'z', mod: true, shift: true };

test('Control and Command both stand for the modifier', () => {
  expect(matches(undo, press('z', { ctrlKey: true }))).toBe(true);
  expect(matches(undo, press('z', { metaKey: true }))).toBe(true);
  expect(matches(undo, press('z'))).toBe(false);
  expect(matches({ key: 'Delete' }, press('Delete', { ctrlKey: true }))).toBe(false);
});

test('Shift tells undo from redo, with caps lock too', () => {
  expect(matches(undo, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(matches(redo, press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(matches(undo, press('Z', { ctrlKey: true }))).toBe(true);
});

test('a sign counts however the keyboard makes it, a digit also where Shift makes it a sign', () => {
  expect(matches({ key: '+' }, press('+', { shiftKey: true }))).toBe(true);
  expect(matches({ key: '+' }, press('+'))).toBe(true);
  expect(matches({ key: '1', shift: true }, press('!', { shiftKey: true }, 'Digit1'))).toBe(true);
  expect(matches({ key: '1', shift: true }, press('1', {}, 'Digit1'))).toBe(false);
});

test('a sign that AltGr or Option makes is that sign; with plain Alt it is not', () => {
  const left = { key: '[' };
  const altGr = { getModifierState: (name: string) => name === 'AltGraph' };
  expect(matches(left, { ...press('[', { ctrlKey: true, altKey: true }), ...altGr }, false)).toBe(true);
  expect(matches(left, { ...press('['), ...altGr }, false)).toBe(true);
  expect(matches(left, press('[', { altKey: true }), true)).toBe(true);
  expect(matches(left, press('“', { altKey: true }), true)).toBe(false);
  expect(matches(left, press('[', { altKey: true }), false)).toBe(false);
  expect(matches(left, press('[', { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(matches({ key: '[', mod: true }, { ...press('['), ...altGr }, false)).toBe(false);
});

test('people read their own keyboard', () => {
  expect(describeShortcut(redo, true)).toBe('⇧⌘Z');
  expect(describeShortcut(redo, false)).toBe('Ctrl+Shift+Z');
  expect(describeShortcut({ key: 'Delete' }, false)).toBe('Delete');
});

test('Alt counts, and means the key whatever letter Option makes of it', () => {
  const outline = { key: 'o', alt: true };
  expect(matches(outline, { ...press('o', { altKey: true }), code: 'KeyO' })).toBe(true);
  expect(matches(outline, { ...press('ø', { altKey: true }), code: 'KeyO' })).toBe(true);
  expect(matches(outline, press('o'))).toBe(false);
  expect([describeShortcut(outline, false), describeShortcut(outline, true)]).toEqual(['Alt+O', '⌥O']);
});
