import { expect, test } from 'vitest';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

test('emits method, data, query and headers of the call', async () => {
  const call = { method: 'PUT', data: { a: 1 }, query: { b: '2' }, headers: { 'x-c': '3' } };
  const context = testContext({ webhook: call });
  await behaviour.receive(context);
  expect(context.sent).toEqual([{ port: 'request', content: call }]);
  await expect(behaviour.receive(testContext())).rejects.toThrow(CancelError);
});

test('the caller waits only when the answer is left to the flow', () => {
  expect(behaviour.waitsForResponse?.({})).toBe(false);
  expect(behaviour.waitsForResponse?.({ immediateResponse: true })).toBe(false);
  expect(behaviour.waitsForResponse?.({ immediateResponse: false })).toBe(true);
});

const staticCall = (ids: { flowId?: string; componentId?: string }) =>
  behaviour.static?.(
    {
      ...ids,
      properties: { generateInspector: true },
      messages: {},
      getWebhookUrl: (flowId, componentId) => `https://x.test/flows/${flowId}/components/${componentId}`,
    },
    'request',
  );

test('a static call gives the inspector with the URL of this component', async () => {
  expect(await staticCall({ flowId: 'f1', componentId: 'c1' })).toMatchObject({
    inputs: {
      url: { type: 'text', readonly: true, defaultValue: 'https://x.test/flows/f1/components/c1' },
      immediateResponse: { type: 'toggle', defaultValue: true },
    },
  });
  expect(await staticCall({})).toMatchObject({ inputs: { url: { defaultValue: '' } } });
});
