import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { CancelError } from '../connectors/component.ts';
import { partSize } from '../store/file-content.ts';
import { useDatabase } from '../store/testing/database.ts';
import { fileEffects } from './file-effects.ts';
import { countOf, endOf, unknownId, useEngine } from './testing/engine.ts';
import { insertFlow, insertUser } from './testing/flows.ts';

const database = useDatabase();

const filesOf = (userId: string, flowId: string = unknownId(), signal = new AbortController().signal) =>
  fileEffects(
    { database: database(), fileLimit: 3 * partSize, newId: unknownId, clock: () => new Date() },
    { userId, flowId },
    signal,
  );

test('what a flow saves it reads again, and so does another flow of its owner', async () => {
  const userId = await insertUser(database());
  const pieces = (async function* () {
    yield 'Grüße ';
    yield Buffer.alloc(partSize, 'x');
    yield 'end';
  })();
  const saved = await filesOf(userId).saveFileStream('notes.txt', pieces, { contentType: 'text/plain' });
  expect(saved).toMatchObject({ filename: 'notes.txt', contentType: 'text/plain', length: partSize + 11 });
  const files = filesOf(userId);
  expect(await files.getFileInfo(saved.fileId)).toEqual(saved);
  const content = await files.loadFile(saved.fileId);
  expect(content.toString()).toBe(`Grüße ${'x'.repeat(partSize)}end`);
  expect(await text(await files.getFileReadStream(saved.fileId))).toBe(content.toString());
  await files.removeFile(saved.fileId);
  await expect(files.getFileInfo(saved.fileId)).rejects.toThrow(CancelError);
});

test("another user's file is not there, but for the template that an instance was made of", async () => {
  const author = await insertUser(database());
  const endUser = await insertUser(database());
  const named = await filesOf(author).saveFile('logo.png', 'image/png', 'logo');
  const secret = await filesOf(author).saveFile('salaries.csv', 'text/csv', 'much');
  const template = await insertFlow(database(), author, {
    a: { type: 'onEvent', properties: { event: named.fileId } },
  });
  const instance = await insertFlow(database(), endUser, {});
  await expect(filesOf(endUser, instance).loadFile(named.fileId)).rejects.toThrow(CancelError);
  await database()
    .db.updateTable('flows')
    .set({ type: 'integration-template' })
    .where('id', '=', template)
    .execute();
  await database()
    .db.updateTable('flows')
    .set({ template_id: template })
    .where('id', '=', instance)
    .execute();
  const files = filesOf(endUser, instance);
  expect((await files.loadFile(named.fileId)).toString()).toBe('logo');
  await expect(files.loadFile(secret.fileId)).rejects.toThrow(CancelError);
  await expect(files.removeFile(named.fileId)).rejects.toThrow(CancelError);
  expect((await filesOf(author).loadFile(named.fileId)).toString()).toBe('logo');
});

test('nothing stays of a file that is too large, or whose source or step breaks off', async () => {
  const userId = await insertUser(database());
  const before = await countOf(database(), 'file_parts');
  const tooLarge = filesOf(userId).saveFile('big', 'text/plain', Buffer.alloc(3 * partSize + 1));
  await expect(tooLarge).rejects.toThrow(CancelError);
  const given = new AbortController();
  const endless = (async function* () {
    yield Buffer.alloc(partSize);
    given.abort(new Error('The time is up.'));
    yield Buffer.alloc(partSize);
  })();
  const brokenOff = filesOf(userId, unknownId(), given.signal).saveFileStream('endless', endless);
  await expect(brokenOff).rejects.toThrow('The time is up.');
  expect(await countOf(database(), 'file_parts')).toBe(before);
});

test('a behaviour has the files of its run', async () => {
  const engine = await useEngine(database(), {
    act: async (context) => {
      const { fileId } = await context.saveFile('a.txt', 'text/plain', 'from a run');
      await context.sendJson({ fileId, content: (await context.loadFile(fileId)).toString() }, 'out');
    },
  });
  await engine.start();
  await engine.startNew({
    t: { type: 'onEvent', properties: { event: 'e' } },
    a: { type: 'act', from: [['t', 'out']] },
  });
  const [runId] = await engine.send('e', {});
  expect(await endOf(database(), runId!)).toMatchObject({ status: 'completed' });
  const [file] = await database()
    .db.selectFrom('files')
    .selectAll()
    .where('user_id', '=', engine.userId)
    .execute();
  expect(file).toMatchObject({ filename: 'a.txt', length: 10 });
});
