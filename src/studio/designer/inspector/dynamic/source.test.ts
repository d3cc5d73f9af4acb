import { expect, test } from 'vitest';
import { optionsOfReply } from './options-of-reply.ts';
import { inputWithReply, mergeInspector } from './source-reply.ts';
import { sourceRequest } from './source-request.ts';

const values = { properties: { event: 'created' }, inputs: { in: { listId: 'l1' } } };

test('references to current values are replaced, at any depth; literals stay', () => {
  expect(
    sourceRequest(
      {
        url: '/component/appmixer/utils/appevents/OnAppEvent?outPort=out',
        data: {
          properties: {
            generateOutputPortOptions: true,
            event: 'properties/event',
            missing: 'properties/nothing',
          },
          messages: { 'in/list': 'inputs/in/listId', in: { list: 'inputs/in/listId' } },
        },
      },
      values,
    ),
  ).toEqual({
    params: { vendor: 'appmixer', service: 'utils', module: 'appevents', component: 'OnAppEvent' },
    outPort: 'out',
    properties: { generateOutputPortOptions: true, event: 'created', missing: undefined },
    messages: { 'in/list': 'l1', in: { list: 'l1' } },
  });
});

test('a URL that is none of a component asks nothing', () => {
  expect(sourceRequest({ url: 'https://elsewhere.example/x?outPort=out' }, values)).toBeUndefined();
});

test('an answer gives options, or the whole input', () => {
  expect(inputWithReply('list', { type: 'select' }, [{ content: 'A', value: 1 }]).options).toHaveLength(1);
  expect(
    inputWithReply('url', { label: 'URL' }, { inputs: { url: { type: 'text', defaultValue: 'u' } } }),
  ).toEqual({
    label: 'URL',
    type: 'text',
    defaultValue: 'u',
  });
  expect(inputWithReply('url', { label: 'URL' }, undefined)).toEqual({ label: 'URL' });
});

test('raw things that a service sent are options by their own names; none is blank', () => {
  expect(
    optionsOfReply([
      { id: 7, name: 'Board' },
      { key: 'k', title: 'Named by title' },
      { id: 'only-id' },
      { label: 'Ready', value: 'r', icon: 'data:image/png;base64,' },
      { content: 'Old', value: 0 },
      { label: 'All', value: '' },
      { clearItem: true, content: 'None' },
      'text',
      3,
      '',
      null,
      { colour: 'red' },
    ]),
  ).toEqual([
    { label: 'Board', value: 7 },
    { label: 'Named by title', value: 'k' },
    { label: 'only-id', value: 'only-id' },
    { label: 'Ready', value: 'r', icon: 'data:image/png;base64,' },
    { content: 'Old', value: 0 },
    { label: 'All', value: '' },
    { clearItem: true, content: 'None' },
    'text',
    { label: '3', value: 3 },
  ]);
});

test('a source says which transform its answer goes through', () => {
  const url = '/component/a/b/c/D?outPort=out';
  expect(sourceRequest({ url, data: { transform: './t#lists' } }, values)?.transform).toBe('./t#lists');
});

test('a made inspector replaces declared inputs by name', () => {
  expect(
    mergeInspector(
      { inputs: { a: { type: 'text' }, b: { type: 'text' } } },
      { inputs: { b: { type: 'number' } } },
    ),
  ).toEqual({ inputs: { a: { type: 'text' }, b: { type: 'number' } }, groups: {} });
});
