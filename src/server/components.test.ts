import { expect, test } from 'vitest';
import { createFlow, eventFlow } from './testing/flows.ts';
import { useServer } from './testing/server.ts';

const server = useServer();

test('apps are the modules by name', async () => {
  const { body } = await (await server().user()).get('/apps');
  expect(body).toMatchObject({
    'appmixer.utils.appevents': {
      name: 'appmixer.utils.appevents',
      label: 'App Events',
      category: 'utilities',
    },
  });
});

test.each([
  ['appmixer.utils', 'appmixer.utils.http.Post', true],
  ['appmixer.utils.http', 'appmixer.utils.http.Post', true],
  ['appmixer.utils.http', 'appmixer.utils.appevents.OnAppEvent', false],
  ['appmixer.util', 'appmixer.utils.http.Post', false],
])('components of %s: %s is among them: %s', async (app, name, included) => {
  const { body } = await (await server().user()).get(`/apps/components?app=${app}`);
  expect((body as { name: string }[]).some((manifest) => manifest.name === name)).toBe(included);
});

test('names, or manifests', async () => {
  const user = await server().user();
  const names = (await user.get('/components')).body as string[];
  const manifests = (await user.get('/components?manifest=yes')).body as { name: string }[];
  expect(names).toContain('appmixer.utils.appevents.OnAppEvent');
  expect(manifests.map(({ name }) => name)).toEqual(names);
  expect(manifests[0]).toHaveProperty('description');
});

test('a static call gives the fields of an example', async () => {
  const user = await server().user();
  const { body } = await user.post('/component/appmixer/utils/appevents/OnAppEvent?outPort=out', {
    properties: { generateOutputPortOptions: true, eventDataExample: '{"no":"A1"}' },
  });
  expect(body).toMatchObject([{ value: 'data', schema: { properties: { no: { type: 'string' } } } }]);
});

test('a static call of a component that has none: 404', async () => {
  const user = await server().user();
  expect((await user.post('/component/appmixer/utils/http/Post?outPort=x')).status).toBe(404);
  expect((await user.post('/component/acme/a/b/C?outPort=x')).status).toBe(404);
});

test('messages of a static call come in both spellings', async () => {
  const user = await server().user();
  const variables = { ADD: [{ name: 'total', type: 'number', number: 1 }] };
  const url = '/component/appmixer/utils/controls/SetVariable?outPort=out';
  const properties = { generateOutputPortOptions: true };
  const flat = await user.post(url, { properties, messages: { 'in/variables': variables } });
  const nested = await user.post(url, { properties, messages: { in: { variables } } });
  expect(flat.status).toBe(200);
  expect(JSON.stringify(flat.body)).toContain('total');
  expect(nested.body).toEqual(flat.body);
});

test('variables of a flow, by link', async () => {
  const user = await server().user();
  const flowId = await createFlow(user, { flow: eventFlow('e') });
  const { body } = await user.post(`/variables/${flowId}/fetch`, {});
  expect(body).toMatchObject({
    components: {
      t1: { links: {}, properties: { inspector: { inputs: { event: {} } } } },
      a1: {
        links: {
          in: {
            t1: {
              out: {
                inspector: { inputs: { variables: {} } },
                variables: {
                  static: {},
                  dynamic: [
                    {
                      componentId: 't1',
                      port: 'out',
                      label: 'Data',
                      value: '{{{$.t1.out.data}}}',
                      schema: { type: 'object', properties: { no: { type: 'string' } } },
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
  });
  expect((body as { flow: { name: string }[] }).flow.map(({ name }) => name)).toContain('g_now');
  const one = await user.post(`/variables/${flowId}/fetch`, {
    flow: false,
    components: { IDs: ['a1'], properties: false },
  });
  expect(Object.keys((one.body as { components: object }).components)).toEqual(['a1']);
  expect(one.body).not.toHaveProperty('flow');
  expect(one.body).not.toHaveProperty('components.a1.properties');
});
