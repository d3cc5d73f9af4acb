// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import type { Call } from '../../api/client.ts';
import { holdWorker } from '../background/testing/held-worker.ts';
import { createFlowServer } from './flow-server.ts';

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
