import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { fileEffects } from '../../../../engine/file-effects.ts';
import { insertUser } from '../../../../engine/testing/flows.ts';
import { unknownId } from '../../../../engine/testing/engine.ts';
import { partSize } from '../../../../store/file-content.ts';
import { useDatabase } from '../../../../store/testing/database.ts';
import { behaviours } from '../../../behaviours.ts';
import { CancelError } from '../../../component.ts';
import { testContext } from '../../../testing/context.ts';
import { startReceiver } from '../../../testing/receiver.ts';

const database = useDatabase();

/** The file store of a new user's flow. */
async function fileStore() {
  const userId = await insertUser(database());
  const settings = {
    database: database(),
    fileLimit: 5 * partSize,
    newId: unknownId,
    clock: () => new Date(),
  };
  return fileEffects(settings, { userId, flowId: unknownId() }, new AbortController().signal);
}

async function post(files: Awaited<ReturnType<typeof fileStore>>, input: Record<string, unknown>) {
  const context = testContext({ input, files });
  await behaviours['appmixer.utils.http.Post']?.receive(context);
  return context.sent;
}

const content = randomBytes(2 * partSize + 7);

test('a binary body is the chosen file, with its length and type; a redirect sends it again', async () => {
  const files = await fileStore();
  const { fileId } = await files.saveFile('Größe.png', 'image/png', content);
  await using receiver = await startReceiver((request, response) =>
    request.url === '/old' ? response.writeHead(307, { location: '/new' }).end() : response.end(),
  );
  await post(files, { url: `${receiver.url}/old`, bodyType: 'binary', fileId, bodyBase64: 'AAAA' });
  expect(receiver.received.map(({ path }) => path)).toEqual(['/old', '/new']);
  for (const { headers, body } of receiver.received) {
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'content-length': String(content.length) });
    expect(headers['transfer-encoding']).toBeUndefined();
    expect(body.equals(content)).toBe(true);
  }
});

test('files of form data travel with name and type beside the other fields', async () => {
  const files = await fileStore();
  const { fileId } = await files.saveFile('a "b".csv', 'text/csv', content);
  await using receiver = await startReceiver();
  await post(files, {
    url: receiver.url,
    bodyType: 'form-data',
    bodyFormData: {
      ADD: [
        { name: 'title', type: 'text', text: 'Zoë' },
        { name: 'doc', type: 'filepicker', filepicker: fileId },
        { name: 'nothing', type: 'filepicker' },
      ],
    },
  });
  const [call] = receiver.received;
  expect(Number(call?.headers['content-length'])).toBe(call?.body.length);
  const form = await new Response(new Uint8Array(call?.body ?? []), {
    headers: { 'content-type': String(call?.headers['content-type']) },
  }).formData();
  expect([...form.keys()]).toEqual(['title', 'doc']);
  const file = form.get('doc') as File;
  expect([file.name, file.type, file.size]).toEqual(['a "b".csv', 'text/csv', content.length]);
  expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
});

test('an empty file is sent as no bytes', async () => {
  const files = await fileStore();
  const { fileId } = await files.saveFile('empty', 'text/plain', '');
  await using receiver = await startReceiver();
  await post(files, { url: receiver.url, bodyType: 'binary', fileId });
  expect(receiver.received[0]?.headers['content-length']).toBe('0');
});

test('a missing file and a file in a query fail for good', async () => {
  const files = await fileStore();
  const missing = unknownId();
  for (const fileId of [missing, 'x']) {
    const attempt = post(files, { url: 'http://127.0.0.1:9', bodyType: 'binary', fileId });
    await expect(attempt).rejects.toThrow(`There is no file ${fileId}.`);
    await expect(attempt).rejects.toThrow(CancelError);
  }
  const context = testContext({
    files,
    input: {
      url: 'http://127.0.0.1:9',
      bodyType: 'form-data',
      bodyFormData: { ADD: [{ name: 'f', type: 'filepicker', filepicker: missing }] },
    },
  });
  await expect(behaviours['appmixer.utils.http.Get']?.receive(context)).rejects.toThrow(CancelError);
});
