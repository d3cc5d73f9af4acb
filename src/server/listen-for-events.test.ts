import { expect, test } from 'vitest';
import { useServer } from './testing/server.ts';

const server = useServer();

/** The events of a stream, as they arrive. */
async function* read(response: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
      if (event && data) yield { event, data: JSON.parse(data) };
    }
  }
}

test('whoever listens is told of each event of the name from then on, and of no other', async () => {
  const user = await server().user();
  const stranger = await server().user();
  const send = (from: typeof user, name: string, data: unknown) =>
    from.post(`/plugins/appmixer/utils/appevents/events/${name}`, data);
  await send(user, 'contact created', { no: 'before' });
  const hangUp = new AbortController();
  const response = await fetch(`${server().address}/events/listen?name=contact%20created`, {
    headers: { authorization: `Bearer ${user.token}` },
    signal: hangUp.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events = read(response);
  expect((await events.next()).value).toEqual({ event: 'ready', data: { name: 'contact created' } });
  await send(user, 'other', { no: 'other' });
  await send(stranger, 'contact created', { no: 'of a stranger' });
  await send(user, 'contact created', { no: 1 });
  expect((await events.next()).value).toMatchObject({
    event: 'app-event',
    data: { name: 'contact created', data: { no: 1 } },
  });
  await send(user, 'contact created', { no: 2 });
  expect((await events.next()).value).toMatchObject({ data: { data: { no: 2 } } });
  hangUp.abort();
});

test('only so many listen at once', async () => {
  const user = await server().user();
  const hangUp = new AbortController();
  const listen = () =>
    fetch(`${server().address}/events/listen?name=x`, {
      headers: { authorization: `Bearer ${user.token}` },
      signal: hangUp.signal,
    });
  const statuses = (await Promise.all(Array.from({ length: 11 }, listen))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  hangUp.abort();
});

test('the names of the latest events, the most recent first', async () => {
  const user = await server().user();
  for (const name of ['a', 'b', 'a']) {
    await user.post(`/plugins/appmixer/utils/appevents/events/${name}`, {});
  }
  expect((await user.get('/events/names')).body).toMatchObject([
    { name: 'a', count: 2 },
    { name: 'b', count: 1 },
  ]);
});
