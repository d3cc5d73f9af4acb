import { expect, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { Api } from './support/api.ts';
import { freePort, startReceiver } from './support/receiver.ts';
import { makeDataFolder, startServer } from './support/server.ts';

/** OnAppEvent → Post, as a client would create it over the interface. */
function eventToPost(event: string, url: string): Record<string, unknown> {
  const [trigger, post, reference] = [randomUUID(), randomUUID(), randomUUID()];
  return {
    [trigger]: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      source: {},
      config: { properties: { event, eventDataExample: '{"no":1}' } },
    },
    [post]: {
      type: 'appmixer.utils.http.Post',
      x: 320,
      y: 0,
      source: { in: { [trigger]: ['out'] } },
      config: {
        transform: {
          in: {
            [trigger]: {
              out: {
                type: 'json2new',
                modifiers: {
                  bodyJson: { [reference]: { variable: `$.${trigger}.out.data.no`, functions: [] } },
                },
                lambda: { url, bodyType: 'json', bodyJson: `{"no": {{{${reference}}}}}` },
              },
            },
          },
        },
      },
    },
  };
}

test('an event acknowledged before a SIGKILL is delivered after the restart, once', async () => {
  const data = await makeDataFolder();
  const port = await freePort();
  let server = await startServer(data.folder);
  try {
    const author = await new Api(server.url).as('author', 'correct horse');
    const { flowId } = await author.ask<{ flowId: string }>('POST', '/flows', {
      name: 'Order to warehouse',
      flow: eventToPost('order-created', `http://127.0.0.1:${port}/orders`),
    });
    await author.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });

    // Nothing listens on the port yet, so nothing can have been delivered when the server dies.
    const { triggers } = await author.sendAppEvent('order-created', { no: 7 });
    expect(triggers).toHaveLength(1);
    await server.kill();

    const receiver = await startReceiver(port);
    server = await startServer(data.folder);
    await expect.poll(() => receiver.deliveries.length, { timeout: 30_000 }).toBe(1);
    expect(receiver.deliveries[0]?.body).toEqual({ no: 7 });

    // A later event passes through whole: had the first one been doubled, its twin would have come before.
    const survivor = new Api(server.url, author.token);
    await survivor.sendAppEvent('order-created', { no: 8 });
    await expect
      .poll(() => receiver.deliveries.map((delivery) => delivery.body))
      .toEqual([{ no: 7 }, { no: 8 }]);
    const runs = await survivor.ask<{ status: string }[]>('GET', `/runs?flowId=${flowId}`);
    expect(runs).toHaveLength(2);
    await receiver.close();
  } finally {
    await server.stop();
    await data.remove();
  }
});
