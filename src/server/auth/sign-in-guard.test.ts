import { expect, test } from 'vitest';
import { createSignInGuard } from './sign-in-guard.ts';

const wrong = async () => undefined;
const right = async () => 'user';

test('an address that fails with many names is stopped, others are not', async () => {
  let now = 0;
  const guard = createSignInGuard(() => new Date(now));
  for (let n = 0; n < 100; n += 1) await guard.attempt({ username: `u${n}`, ip: 'a' }, wrong);
  await expect(guard.attempt({ username: 'other', ip: 'a' }, right)).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    details: { retryAfter: 300 },
  });
  expect(await guard.attempt({ username: 'other', ip: 'b' }, right)).toBe('user');
  now = 300_000;
  expect(await guard.attempt({ username: 'other', ip: 'a' }, right)).toBe('user');
});

test('a success does not forgive the failures of the address with other names', async () => {
  const guard = createSignInGuard(() => new Date(0));
  for (let n = 0; n < 99; n += 1) await guard.attempt({ username: `u${n}`, ip: 'a' }, wrong);
  await guard.attempt({ username: 'own', ip: 'a' }, right);
  await guard.attempt({ username: 'last', ip: 'a' }, wrong);
  await expect(guard.attempt({ username: 'own', ip: 'a' }, right)).rejects.toThrow(
    'Too many failed sign-ins',
  );
});

test('the case of a name does not give further tries', async () => {
  const guard = createSignInGuard(() => new Date(0));
  for (let n = 0; n < 10; n += 1) await guard.attempt({ username: n % 2 ? 'Eve' : 'eve', ip: 'a' }, wrong);
  await expect(guard.attempt({ username: 'EVE', ip: 'a' }, right)).rejects.toThrow(
    'Too many failed sign-ins',
  );
});
