import { afterEach, expect, test } from 'vitest';
import { message } from '../../flow/messages/message.ts';
import { german } from './german/german.ts';
import { speak } from './language.ts';
import { say } from './say.ts';

const move = message('operation.move', { count: 3 });

afterEach(() => speak('en', []));

test('says a message in the language of the page', () => {
  expect(say(move)).toBe('Move 3 components');
  speak('de', [german]);
  expect(say(move)).toBe('3 Komponenten verschieben');
  expect(say(message('operation.move', { count: 1 }))).toBe('Komponente verschieben');
});

test('a host’s own sentence goes first', () => {
  speak('de', [{ flow: { operation: { move: 'Bausteine rücken' } } }, german]);
  expect(say(move)).toBe('Bausteine rücken');
});

test('the argument of a modifier is called as its field is', () => {
  const missing = message('modifier.failed', {
    field: 'Feld',
    modifier: 'g_map',
    reason: message('modifier.argumentMissing', { argument: 'Field' }),
  });
  speak('de', [german]);
  expect(say(missing)).toContain('Das Argument „Feld“ fehlt');
});
