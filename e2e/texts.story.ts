import { expect, test } from '@playwright/test';
import { unmarkedTexts, writeMarkedTexts } from './support/marked-texts.ts';
import { type MoodyEndpoint, startMoodyEndpoint } from './support/moody-endpoint.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { designer } from './support/screens/designer.ts';
import { examples } from './support/screens/examples.ts';
import { failed } from './support/screens/failed.ts';
import { lists } from './support/screens/lists.ts';
import { panels } from './support/screens/panels.ts';
import { signedOut } from './support/screens/signed-out.ts';
import { account, Tour } from './support/screens/tour.ts';
import { withoutFlows } from './support/screens/without-flows.ts';
import { type RunningServer, startFreshServer } from './support/server.ts';

/** What stands on the screens and is no text of the Studio: names that people gave, and those of the catalogue. */
const data = [
  account.username,
  'Contact to CRM',
  'Contact to chat',
  'contact-created',
  'On App Event',
  'OnStart',
  'HTTP Post',
  'Condition',
  'App Events',
  'HTTP',
  'Controls',
  // Ports.
  /\b(in|out|true|false|response)\b/g,
  'React Flow attribution',
  'React Flow',
  // Languages are called as their speakers call them.
  'English',
  'Deutsch',
  // In place of a picture.
  /^AD$/g,
];

let server: RunningServer;
let receiver: Receiver;
let moody: MoodyEndpoint;
let texts: Awaited<ReturnType<typeof writeMarkedTexts>>;

/** In this order: each begins where the one before has ended. */
const parts = [signedOut, withoutFlows, lists, designer, examples, panels, failed];

// An entry that cannot be brought up is to say so soon.
test.use({ actionTimeout: 10_000 });

test.beforeAll(async () => {
  texts = await writeMarkedTexts();
  server = await startFreshServer({ STUDIO_TEXTS: texts.file });
  receiver = await startReceiver();
  moody = await startMoodyEndpoint();
});

test.afterAll(async () => {
  await server.stop();
  await receiver.close();
  await moody.close();
  await texts.remove();
});

test('every word on the screens is a text of the catalogue', async ({ page }) => {
  test.setTimeout(600_000);
  const tour = new Tour({ page, server, receiver, moody });
  const strange: string[] = [];
  for (const screen of parts.flatMap((part) => part(tour))) {
    await test.step(screen.name, async () => {
      await screen.show();
      const elements = page.locator(screen.within ?? 'html');
      expect(await elements.count(), screen.name).toBeGreaterThan(0);
      const found = await unmarkedTexts(elements, [...data, ...(screen.data ?? [])]);
      strange.push(...found.map((text) => `${screen.name}: ${text}`));
    });
  }
  expect(strange).toEqual([]);
});
