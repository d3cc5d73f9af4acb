import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { curlSnippet, sdkSnippet } from './snippets.ts';

const origin = 'http://localhost:3000';

test('the SDK line is JavaScript that sends this name and this data', () => {
  const sent: unknown[] = [];
  const appmixer = { api: { sendAppEvent: (...call: unknown[]) => sent.push(call) } };
  for (const event of ['contact-created', `it's "new" \\ \n`, 'naïve ☂']) {
    const line = sdkSnippet({ event, data: '{"email": "a@example.com"}', origin });
    runInNewContext(line, { appmixer });
    expect(sent.at(-1)).toEqual([event, { email: 'a@example.com' }]);
  }
});

test('the curl line quotes what a shell would read', () => {
  const line = curlSnippet({ event: "a b/c'd", data: `{"name": "it's"}`, origin });
  expect(line).toContain(`'${origin}/plugins/appmixer/utils/appevents/events/a%20b%2Fc%27d'`);
  expect(line).toContain(String.raw`-d '{"name": "it'\''s"}'`);
  expect(line).toContain(`-H 'Authorization: Bearer ACCESS_TOKEN'`);
});

test('a missing name has a stand-in', () => {
  expect(sdkSnippet({ event: '', data: '{}', origin })).toBe(`appmixer.api.sendAppEvent('event-name', {});`);
});
