import { expect, test } from 'vitest';
import { withoutUnknown } from './clipboard.ts';

test('a pasted placeholder that stands for nothing here becomes plain text', () => {
  expect(withoutUnknown('a {{{known}}} b {{{other}}}.', (id) => id === 'known')).toBe(
    'a {{{known}}} b other.',
  );
});
