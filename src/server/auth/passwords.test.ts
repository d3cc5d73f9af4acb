import { expect, test } from 'vitest';
import { createPasswords } from './passwords.ts';

const passwords = createPasswords();

test('a hash verifies its password alone, says its cost, and is never the same twice', async () => {
  const hash = await passwords.hash('pässword');
  expect(hash).toMatch(/^scrypt\$15\$8\$1\$[\w-]+\$[\w-]+$/);
  expect(await passwords.verify('pässword', hash)).toBe(true);
  // The same text, its letters composed otherwise.
  expect(await passwords.verify('pa\u0308ssword', hash)).toBe(true);
  expect(await passwords.verify('password', hash)).toBe(false);
  expect(await passwords.hash('pässword')).not.toBe(hash);
});

test('nobody’s password is never right', async () => {
  expect(await passwords.verify('anything', undefined)).toBe(false);
});
