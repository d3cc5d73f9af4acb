import { expect, test } from 'vitest';
import type { ModifierSet } from '../contract/modifiers.ts';
import { modifiers } from '../flow/modifiers/catalogue.ts';
import type { ApiClient } from './testing/client.ts';
import { createFlow, eventFlow, startFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

/** The first account is the admin. */
let admins: Promise<ApiClient> | undefined;
const admin = () => (admins ??= server().user('admin@example.com'));

const shout = {
  name: 'g_shout',
  label: 'Shout',
  category: ['fun'],
  description: 'A text in capitals with exclamation marks.',
  arguments: [
    { name: 'count', type: 'number' },
    { name: 'end', type: 'string', isHash: true },
  ],
  returns: 'string',
  helperFn:
    'function (value, count = 1, { hash }) { return value.toUpperCase() + "!".repeat(count) + (hash.end || ""); }',
};

test('lists all built-in modifiers in the public shape', async () => {
  await admin();
  const { status, body } = await (await server().user()).get('/modifiers');
  expect(status).toBe(200);
  const { categories, modifiers: listed } = body as ModifierSet;
  expect(Object.keys(listed).toSorted()).toEqual(Object.keys(modifiers).toSorted());
  expect(categories['text']).toEqual({ label: 'Text', index: 1 });
  expect(listed['g_split']).toEqual({
    name: 'g_split',
    label: 'Split',
    category: ['text'],
    description: 'The list of the parts of a text between separators.',
    arguments: [
      { name: 'separator', type: 'string', isHash: false, label: 'Separator' },
      { name: 'limit', type: 'number', isHash: false, label: 'At most' },
    ],
    returns: 'array',
    helperFn: '',
    isBlock: false,
    private: false,
    variableArguments: false,
  });
});

test.each([
  [{ helperFn: 'function (a, b) { return a + b }', arguments: [1, 2] }, 3],
  [{ helperFn: '(text) => text', arguments: ['as a text'] }, 'as a text'],
  [{ helperFn: '() => null' }, null],
  [{ helperFn: '() => false', arguments: [] }, false],
  [{ helperFn: 'value.length', arguments: ['abc'], kind: 'code' }, 3],
])('tries %j', async (body, value) => {
  const answer = await (await server().user()).post('/modifiers/test', body);
  expect(answer).toMatchObject({ status: 200, body: value });
  expect(answer.headers.get('content-type')).toMatch('application/json');
});

test.each([
  ['() => undefined', 'gives no value'],
  ['() => { throw new Error("no such thing") }', 'no such thing'],
  ['1', 'not a function'],
  ['() => {', 'SyntaxError'],
  ['() => { while (true) {} }', 'longer than 100 ms'],
  ['() => process.env', 'ReferenceError'],
])('a function that fails is a bad request: %s', async (helperFn, reason) => {
  const { status, body } = await (await server().user()).post('/modifiers/test', { helperFn, arguments: [] });
  expect(status).toBe(400);
  expect((body as { message: string }).message).toMatch(reason);
});

test('strangers and people who are no admins change nothing', async () => {
  await admin();
  const user = await server().user();
  expect((await server().stranger.get('/modifiers')).status).toBe(401);
  expect((await server().stranger.post('/modifiers/test', { helperFn: '() => 1' })).status).toBe(401);
  expect((await user.put('/modifiers', { modifiers: {} })).status).toBe(403);
  expect((await user.delete('/modifiers')).status).toBe(403);
});

test('an admin replaces the installation’s own modifiers as a whole', async () => {
  const user = await admin();
  const put = await user.put('/modifiers', {
    categories: { fun: { label: 'Fun', index: 20 }, text: { label: 'Other', index: 99 } },
    modifiers: { g_shout: shout },
  });
  expect(put.status).toBe(200);
  const { categories, modifiers: listed } = (await user.get('/modifiers')).body as ModifierSet;
  expect(categories['fun']).toEqual({ label: 'Fun', index: 20 });
  expect(categories['text']).toEqual({ label: 'Text', index: 1 });
  expect(listed['g_shout']).toMatchObject({
    ...shout,
    arguments: [{ name: 'count', type: 'number', isHash: false }, shout.arguments[1]],
  });

  // What GET gives can be put back, built-in ones included.
  const again = await user.put('/modifiers', (await user.get('/modifiers')).body);
  expect(again.body).toEqual(put.body);

  const whisper = { helperFn: '(value) => value.toLowerCase()' };
  const replaced = await user.put('/modifiers', { modifiers: { g_whisper: whisper } });
  const names = Object.keys((replaced.body as ModifierSet).modifiers);
  expect(names).toContain('g_whisper');
  expect(names).not.toContain('g_shout');

  await user.delete('/modifiers');
  expect(Object.keys(((await user.get('/modifiers')).body as ModifierSet).modifiers)).toHaveLength(
    Object.keys(modifiers).length,
  );
});

test.each([
  [{ g_trim: { helperFn: '(value) => value' } }, 'g_trim is built in'],
  [{ g_mine: {} }, 'it needs a function'],
  [{ g_mine: { helperFn: '1 + 1' } }, 'it is not a function'],
  [{ g_mine: { helperFn: '(value) => {' } }, 'SyntaxError'],
  [{ 'no name': { helperFn: '() => 1' } }, 'letters, digits'],
])('refuses %j', async (given, reason) => {
  const { status, body } = await (await admin()).put('/modifiers', { modifiers: given });
  expect(status).toBe(400);
  expect((body as { message: string }).message).toContain(reason);
});

test('a flow uses one of them, and cannot start once it is gone', async () => {
  const user = await admin();
  await user.put('/modifiers', { modifiers: { g_shout: shout } });
  const flow = eventFlow('shouted');
  const reference = flow['a1']!.config!.transform!['in']!['t1']!['out']!.modifiers!['variables']!['m1']!;
  reference.functions = [{ name: 'g_shout', params: [{ value: 2 }], hashParams: { end: { value: '?' } } }];
  const flowId = await createFlow(user, { name: 'Shouting', flow });
  expect((await user.get(`/flows/${flowId}/validate`)).body).toEqual({ errors: [] });
  await startFlow(user, flowId);

  const test = (
    await user.post(`/flows/${flowId}/test`, { payload: { no: 'a1' }, options: { timeout: 10_000 } })
  ).body;
  expect(JSON.stringify(test)).toContain('A1!!?');

  await user.delete('/modifiers');
  expect((await user.get(`/flows/${flowId}/validate`)).body).toMatchObject({
    errors: [{ keyword: 'unknownModifier', componentId: 'a1' }],
  });
});
