// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Call } from '../../api/client.ts';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { readFlow } from '../../../contract/flows.ts';
import { createFlowServer } from './flow-server.ts';
import { failure } from './testing/flow-server.ts';

const worker = holdWorker();

test.each(['error', 'messageerror'])(
  'a long flow is saved without the background, too (%s)',
  async (kind) => {
    const sent: string[] = [];
    const call = (async (
      _: unknown,
      { body, write }: { body: object; write: (body: object) => Promise<Blob> },
    ) => {
      sent.push(await (await write(body)).text());
      return { revision: 2 };
    }) as unknown as Call;
    const properties = { example: 'x'.repeat(20_000) };
    const descriptor = { a: { type: 't', x: 0, y: 0, config: { properties } } };
    const saved = createFlowServer(call, 'f').save({
      content: { name: 'Flow', descriptor, notes: {} },
      revision: 1,
      force: false,
    });
    await vi.waitFor(() => expect(worker.waiting()).toBe(1));
    worker.happen(new Event(kind));
    expect(await saved).toEqual({ revision: 2 });
    expect(JSON.parse(sent[0]!)).toMatchObject({ name: 'Flow', flow: descriptor, revision: 1 });
  },
);

test('another flow is made without its template, where that is gone', async () => {
  const made: unknown[] = [];
  const call = (async (endpoint: unknown, { body }: { body?: { templateId: string | null } }) => {
    if (endpoint === readFlow) return { type: 'integration-instance', templateId: 'gone' };
    made.push(body?.templateId);
    if (body?.templateId) throw failure(404, 'NOT_FOUND');
    return { flowId: 'other' };
  }) as unknown as Call;
  const other = createFlowServer(call, 'f').saveAsOther({ name: 'Mine', descriptor: {}, notes: {} });
  expect(await other).toBe('other');
  expect(made).toEqual(['gone', null]);
});
