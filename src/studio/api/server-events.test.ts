import { expect, test } from 'vitest';
import { readEvents, type ServerEvent } from './server-events.ts';

async function eventsOf(chunks: Uint8Array[]): Promise<ServerEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: ServerEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('events arrive whole, wherever the network cut them; comments and unfinished ones are no events', async () => {
  const bytes = new TextEncoder().encode(
    'event: a\ndata: {"x":"é: 1"}\n\n: still here\n\ndata: 1\ndata: 2\n\nevent: b\ndata: 3',
  );
  const expected = [
    { event: 'a', data: '{"x":"é: 1"}' },
    { event: 'message', data: '1\n2' },
  ];
  expect(await eventsOf([bytes])).toEqual(expected);
  expect(await eventsOf(Array.from(bytes, (_, at) => bytes.slice(at, at + 1)))).toEqual(expected);
});

test('who stops reading closes the connection', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => void (cancelled = true),
  });
  for await (const event of readEvents(body)) {
    expect(event.data).toBe('1');
    break;
  }
  expect(cancelled).toBe(true);
});
