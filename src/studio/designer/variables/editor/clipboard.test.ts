import { expect, test } from 'vitest';
import { inOldForm, readPills, withoutUnknown } from './clipboard.ts';

test('a pasted placeholder that stands for nothing here becomes plain text', () => {
  expect(withoutUnknown('a {{{known}}} b {{{other}}}.', (id) => id === 'known')).toBe(
    'a {{{known}}} b other.',
  );
});

test('copied variables read back from the clipboard, and other programs get their paths', () => {
  const references = { one: { variable: '$.t.out.data["a b"]', functions: [{ name: 'g_uppercase' }] } };
  const text = 'To {{{one}}} and {{{two}}}';
  expect(readPills(JSON.stringify({ text, references }))).toEqual({ text, references });
  expect(readPills('')).toBeUndefined();
  expect(readPills('{')).toBeUndefined();
  expect(readPills('{"text":1}')).toBeUndefined();
  expect(inOldForm(text, references)).toBe('To {{{$.t.out.data["a b"]}}} and {{{two}}}');
});
