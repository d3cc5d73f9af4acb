import { afterEach, expect, test } from 'vitest';
import { createArea } from './area.ts';
import { speak } from './language.ts';

const text = createArea('test', {
  hello: 'Hello {{name}}',
  steps: '1 step|{{count}} steps',
  menu: { rename: 'Rename…' },
});

afterEach(() => speak('en', []));

test('fills in values and chooses the plural form', () => {
  expect(text('hello', { name: 'Ada' })).toBe('Hello Ada');
  expect(text('steps', { count: 1 })).toBe('1 step');
  expect(text('steps', { count: 0 })).toBe('0 steps');
});

test('a host’s text goes before the language’s, and English stands in for what is missing', () => {
  speak('de', [{ test: { menu: { rename: 'Anders nennen' } } }, { test: { hello: 'Hallo {{name}}' } }]);
  expect(text('menu.rename')).toBe('Anders nennen');
  expect(text('hello', { name: 'Ada' })).toBe('Hallo Ada');
  expect(text('steps', { count: 2 })).toBe('2 steps');
});

test('a value can be an element', () => {
  expect(text.nodes('hello', { name: 7 })).toEqual(['Hello ', 7, '']);
});

test('a value is filled in as it is, whatever it looks like', () => {
  expect(text('hello', { name: '{{name}} $& |' })).toBe('Hello {{name}} $& |');
});

test('the compiler knows keys and values', () => {
  // @ts-expect-error there is no such key
  expect(text('nothing')).toBe('nothing');
  // @ts-expect-error a value is missing
  expect(text('hello')).toBe('Hello {{name}}');
});
