import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { deriveKey } from './secrets.ts';
import { createClient } from './testing/client.ts';
import { useServer } from './testing/server.ts';

const key = deriveKey(Buffer.alloc(32, 7), 'access tokens');
const days = 24 * 60 * 60 * 1000;

describe('the first account', () => {
  const server = useServer();

  test('is made once, however many try at the same moment', async () => {
    const { stranger } = server();
    expect((await stranger.get('/setup')).body).toEqual({ needed: true, signUp: true });
    const attempts = await Promise.all(
      [1, 2, 3].map((n) => stranger.post('/setup', { username: `admin${n}`, password: 'secret' })),
    );
    expect(attempts.filter(({ status }) => status === 403)).toHaveLength(2);
    const { body } = attempts.find(({ status }) => status === 200)!;
    expect(body).toMatchObject({ user: { scope: ['user', 'admin'] } });
    expect((await stranger.get('/setup')).body).toMatchObject({ needed: false });
  });

  test('is an admin; the next one is not', async () => {
    const { body } = await (await server().user()).get('/user');
    expect(body).toMatchObject({ scope: ['user'], isActive: true });
  });
});

describe('accounts', () => {
  const server = useServer();

  test('sign up gives a token; sign in gives user and token', async () => {
    const { stranger, address } = server();
    const account = { username: 'david@example.com', password: 'dav1d', metadata: { plan: 'gold' } };
    const signUp = await stranger.post('/user', account);
    expect(Object.keys(signUp.body as object)).toEqual(['token']);
    const { status, body } = await stranger.post('/user/auth', {
      username: account.username,
      password: 'dav1d',
    });
    expect(status).toBe(200);
    const { user, token } = body as { user: object; token: string };
    expect(user).toMatchObject({
      username: account.username,
      email: account.username,
      metadata: { plan: 'gold' },
    });
    expect((await createClient(address, token).get('/user')).body).toEqual(user);
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<
      string,
      number
    >;
    expect(claims['id']).toBe((user as { id: string }).id);
    expect(claims['sub']).toBe(claims['id']);
    expect(claims['exp']! - claims['iat']!).toBe(30 * 24 * 60 * 60);
  });

  test('an e-mail address signs in, in any case; names and addresses are taken once', async () => {
    const { stranger } = server();
    await stranger.post('/user', { username: 'erin', email: 'Erin@Example.com', password: 'password' });
    const signIn = await stranger.post('/user/auth', { email: 'erin@example.COM', password: 'password' });
    expect(signIn.status).toBe(200);
    for (const taken of [
      { username: 'erin' },
      { username: 'erin@example.com' },
      { username: 'x', email: 'ERIN@example.com' },
    ]) {
      expect((await stranger.post('/user', { ...taken, password: 'password' })).status).toBe(409);
    }
  });

  test.each([
    [{ username: 'frank', password: 'wrong' }],
    [{ username: 'nobody', password: 'password' }],
    [{ username: 'a\u0000b', password: 'password' }],
  ])('bad credentials answer 403: %j', async (credentials) => {
    const { stranger } = server();
    await stranger.post('/user', { username: 'frank', password: 'password' });
    const { status } = await stranger.post('/user/auth', credentials);
    expect(status).toBe(credentials.username.includes('\0') ? 400 : 403);
  });

  test.each([
    ['no token', undefined],
    ['not a token', 'abc'],
    [
      'forged',
      async (id: string) =>
        new SignJWT({ id })
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(id)
          .setJti(id)
          .setExpirationTime('1d')
          .sign(new Uint8Array(32)),
    ],
    [
      'never issued',
      async (id: string) =>
        new SignJWT({ id })
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(id)
          .setJti(id)
          .setExpirationTime('1d')
          .sign(key),
    ],
    [
      'its id is none',
      async (id: string) =>
        new SignJWT({ id })
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(id)
          .setJti('x')
          .setExpirationTime('1d')
          .sign(key),
    ],
    [
      'unsigned',
      async (id: string) =>
        `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ sub: id, jti: id, exp: 9e9 }))}.`,
    ],
  ])('401: %s', async (_name, make) => {
    const { id } = await server().user();
    const token = typeof make === 'function' ? await make(id) : make;
    const { status, body } = await createClient(server().address, token).get('/user');
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'Unauthorized', code: 'UNAUTHENTICATED' });
  });

  test('a token ends with the sign-out, and only that one', async () => {
    const user = await server().user();
    const { body } = await server().stranger.post('/user/auth', {
      username: user.username,
      password: 'a good one',
    });
    const other = createClient(server().address, (body as { token: string }).token);
    expect((await user.get('/user')).status).toBe(200);
    expect((await user.post('/user/sign-out')).status).toBe(200);
    expect((await user.get('/user')).status).toBe(401);
    expect((await other.get('/user')).status).toBe(200);
  });
});

describe('time', () => {
  const server = useServer();

  test('a token ends after 30 days', async () => {
    const user = await server().user();
    server().pass(30 * days - 60_000);
    expect((await user.get('/user')).status).toBe(200);
    server().pass(61_000);
    expect((await user.get('/user')).status).toBe(401);
  });

  test('guessing is stopped after 10 failures, for this user from this address, for 5 minutes', async () => {
    const { stranger, pass } = server();
    const user = await server().user('guessed');
    const guess = () => stranger.post('/user/auth', { username: 'guessed', password: 'wrong' });
    const statuses = (await Promise.all(Array.from({ length: 16 }, guess))).map(({ status }) => status);
    // Two are looked at at once, so one may slip through.
    expect(statuses.filter((status) => status === 403).length).toBeLessThanOrEqual(11);
    const right = { username: 'guessed', password: 'a good one' };
    const refused = await stranger.post('/user/auth', right);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await user.get('/user')).status).toBe(200);
    pass(5 * 60_000 + 1_000);
    expect((await stranger.post('/user/auth', right)).status).toBe(200);
  });

  test('a success forgives earlier failures', async () => {
    const { stranger } = server();
    await server().user('forgetful');
    const attempt = (password: string) => stranger.post('/user/auth', { username: 'forgetful', password });
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 6; n += 1) expect((await attempt('wrong')).status).toBe(403);
      expect((await attempt('a good one')).status).toBe(200);
    }
  });
});

describe('closed sign-up', () => {
  const server = useServer({ signUp: 'admin' });

  test('only an admin creates accounts', async () => {
    const { stranger, address } = server();
    const account = { username: 'new', password: 'password' };
    expect((await stranger.post('/user', account)).status).toBe(403);
    const { body } = await stranger.post('/setup', { username: 'admin', password: 'password' });
    const admin = createClient(address, (body as { token: string }).token);
    const created = await admin.post('/user', account);
    expect(created.status).toBe(200);
    const plain = createClient(address, (created.body as { token: string }).token);
    expect((await plain.post('/user', { ...account, username: 'other' })).status).toBe(403);
  });
});
