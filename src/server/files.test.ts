import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { StoredFile } from '../contract/files.ts';
import { partSize } from '../store/file-content.ts';
import type { ApiClient } from './testing/client.ts';
import { useServer } from './testing/server.ts';

const limit = 1024 * 1024;
const server = useServer({ fileLimit: limit });

const content = randomBytes(partSize * 2 + 5);

function upload(
  user: ApiClient,
  file: { name?: string; type?: string; bytes?: Uint8Array },
  headers: Record<string, string> = {},
) {
  const { name = 'a.bin', type = '', bytes = content } = file;
  const form = new FormData();
  form.append('remark', 'fields beside the file are ignored');
  form.append('file', new File([new Uint8Array(bytes)], name, { type }));
  return user.request('/files', { method: 'POST', body: form, headers });
}

async function uploaded(...call: Parameters<typeof upload>): Promise<StoredFile> {
  const { status, body } = await upload(...call);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as StoredFile;
}

async function bytesOf(user: ApiClient, fileId: string): Promise<{ bytes: Buffer; headers: Headers }> {
  const response = await fetch(`${server().address}/files/${fileId}`, {
    headers: { authorization: `Bearer ${user.token}` },
  });
  expect(response.status).toBe(200);
  return { bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers };
}

const rowsOf = async () => {
  const { db } = server().services.database;
  const [files, parts] = await Promise.all(
    (['files', 'file_parts'] as const).map((table) =>
      db
        .selectFrom(table)
        .select((of) => of.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow(),
    ),
  );
  return [Number(files?.count), Number(parts?.count)];
};

test('a file comes back as it went', async () => {
  const user = await server().user();
  const file = await uploaded(user, { name: 'Größe "1".png', type: 'image/png' });
  expect(file).toMatchObject({
    filename: 'Größe "1".png',
    contentType: 'image/png',
    length: content.length,
    md5: createHash('md5').update(content).digest('hex'),
    metadata: { userId: user.id },
  });
  expect((await user.get(`/files/metadata/${file.fileId}`)).body).toEqual(file);
  const { bytes, headers } = await bytesOf(user, file.fileId);
  expect(bytes.equals(content)).toBe(true);
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('content-length')).toBe(String(content.length));
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="Gr__e _1_.png"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.png`,
  );
});

test('lists by filter, order and page, and counts', async () => {
  const user = await server().user();
  for (const name of ['invoice-2.pdf', 'Invoice-1.pdf', 'photo.jpg']) {
    await uploaded(user, { name, bytes: Buffer.from(name) });
    server().pass(1000);
  }
  await uploaded(await server().user(), { name: 'invoice-3.pdf' });
  const names = async (query: string) =>
    ((await user.get(`/files${query}`)).body as StoredFile[]).map(({ filename }) => filename);
  expect(await names('')).toEqual(['photo.jpg', 'Invoice-1.pdf', 'invoice-2.pdf']);
  expect(await names('?filter=filename:~inv&sort=filename:1')).toEqual(['Invoice-1.pdf', 'invoice-2.pdf']);
  expect(await names('?filter=filename:photo.jpg&filter=filename:~-2')).toEqual([
    'photo.jpg',
    'invoice-2.pdf',
  ]);
  expect(await names('?filter=filename:!photo.jpg&limit=1&offset=1')).toEqual(['invoice-2.pdf']);
  expect(await names('?sort=length:1')).toEqual(['photo.jpg', 'Invoice-1.pdf', 'invoice-2.pdf']);
  expect((await user.get('/files/count?filter=filename:~inv')).body).toEqual({ count: 2 });
  expect((await user.get('/files?filter=owner:me')).status).toBe(400);
  expect((await user.get('/files?sort=md5')).status).toBe(400);
});

test("another user's file is not there", async () => {
  const { fileId } = await uploaded(await server().user(), {});
  const other = await server().user();
  for (const path of [`/files/${fileId}`, `/files/metadata/${fileId}`]) {
    expect((await other.get(path)).status).toBe(404);
  }
  expect((await other.delete(`/files/${fileId}`)).status).toBe(404);
  expect((await upload(other, {}, chunk(2, 2, fileId))).status).toBe(404);
  expect((await server().stranger.get(`/files/${fileId}`)).status).toBe(401);
  expect((await upload(server().stranger, {})).status).toBe(401);
});

test('a deleted file is gone with its content', async () => {
  const user = await server().user();
  const before = await rowsOf();
  const { fileId } = await uploaded(user, {});
  expect((await user.delete(`/files/${fileId}`)).body).toEqual({ fileId });
  expect((await user.delete(`/files/${fileId}`)).status).toBe(404);
  expect(await rowsOf()).toEqual(before);
});

const chunk = (number: number, total: number, fileId?: string): Record<string, string> => ({
  'uploader-chunk-number': String(number),
  'uploader-chunks-total': String(total),
  ...(fileId ? { 'uploader-file-id': fileId } : {}),
});

describe('chunks', () => {
  const pieces = [
    content.subarray(0, 300_000),
    content.subarray(300_000, 300_001),
    content.subarray(300_001),
  ];

  test('make one file, seen when the last has come', async () => {
    const user = await server().user();
    const first = await uploaded(
      user,
      { name: 'blob', bytes: pieces[0]! },
      { ...chunk(1, 3), 'uploader-file-name': encodeURIComponent('Ünï.bin') },
    );
    expect(first).toMatchObject({ filename: 'Ünï.bin', length: 300_000, md5: null });
    expect((await user.get(`/files/${first.fileId}`)).status).toBe(404);
    expect((await user.get('/files')).body).toEqual([]);
    const second = await uploaded(user, { bytes: pieces[1]! }, chunk(2, 3, first.fileId));
    expect(second).toMatchObject({ fileId: first.fileId, length: 300_001 });
    // Its answer was lost: the client sends it again.
    expect(await uploaded(user, { bytes: pieces[1]! }, chunk(2, 3, first.fileId))).toEqual(second);
    const last = await uploaded(user, { bytes: pieces[2]! }, chunk(3, 3, first.fileId));
    expect(last).toMatchObject({
      filename: 'Ünï.bin',
      length: content.length,
      md5: createHash('md5').update(content).digest('hex'),
    });
    expect((await bytesOf(user, first.fileId)).bytes.equals(content)).toBe(true);
    expect((await user.get('/files/count')).body).toEqual({ count: 1 });
    expect(await uploaded(user, { bytes: pieces[2]! }, chunk(3, 3, first.fileId))).toEqual(last);
  });

  test('out of order, or not as long as they say, are refused and may come again', async () => {
    const user = await server().user();
    const { fileId } = await uploaded(user, { bytes: pieces[0]! }, chunk(1, 3));
    const before = await rowsOf();
    expect((await upload(user, { bytes: pieces[2]! }, chunk(3, 3, fileId))).status).toBe(409);
    const short = { ...chunk(2, 3, fileId), 'uploader-chunk-size': '5' };
    expect((await upload(user, { bytes: pieces[1]! }, short)).status).toBe(400);
    expect((await upload(user, {}, chunk(2, 3))).status).toBe(400);
    expect((await upload(user, {}, chunk(4, 3, fileId))).status).toBe(400);
    expect((await upload(user, {}, { ...chunk(1, 3), 'uploader-chunk-number': 'x' })).status).toBe(400);
    expect(await rowsOf()).toEqual(before);
    await uploaded(user, { bytes: pieces[1]! }, { ...chunk(2, 3, fileId), 'uploader-chunk-size': '1' });
    await uploaded(user, { bytes: pieces[2]! }, chunk(3, 3, fileId));
    expect((await bytesOf(user, fileId)).bytes.equals(content)).toBe(true);
  });

  test('two that come at once do not mix', async () => {
    const user = await server().user();
    const { fileId } = await uploaded(user, { bytes: pieces[0]! }, chunk(1, 2));
    const rest = content.subarray(300_000);
    const answers = await Promise.all(
      [1, 2, 3].map(() => upload(user, { bytes: rest }, chunk(2, 2, fileId))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await bytesOf(user, fileId)).bytes.equals(content)).toBe(true);
  });

  test('are together no larger than a file may be', async () => {
    const user = await server().user();
    const { fileId } = await uploaded(user, { bytes: Buffer.alloc(limit) }, chunk(1, 2));
    expect((await upload(user, { bytes: Buffer.alloc(1) }, chunk(2, 2, fileId))).status).toBe(413);
  });

  test('that nobody goes on with are forgotten after a day', async () => {
    const user = await server().user();
    const { fileId } = await uploaded(user, { bytes: pieces[0]! }, chunk(1, 3));
    server().pass(25 * 60 * 60 * 1000);
    await uploaded(user, { bytes: Buffer.from('another') });
    expect((await upload(user, { bytes: pieces[1]! }, chunk(2, 3, fileId))).status).toBe(404);
  });
});

test('a file of the largest size is taken, one byte more is not, announced or not', async () => {
  const user = await server().user();
  await uploaded(user, { bytes: Buffer.alloc(limit) });
  const before = await rowsOf();
  const answer = await upload(user, { bytes: Buffer.alloc(limit + 1) });
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ code: 'TOO_LARGE', message: 'The file is larger than 1 MB.' });
  expect((await upload(user, { bytes: Buffer.alloc(8 * limit) })).status).toBe(413);
  const first = { ...chunk(1, 2), 'uploader-file-size': String(limit + 1) };
  expect((await upload(user, { bytes: Buffer.alloc(1) }, first)).status).toBe(413);
  expect(await rowsOf()).toEqual(before);
});

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\cv.doc', 'cv.doc'],
  ['a\u0000b\u0007\u202Egnp.exe', 'abgnp.exe'],
  ['  ', 'file'],
  ['..', 'file'],
  ['<script>.html', '<script>.html'],
  ['日本語.txt', '日本語.txt'],
  [`${'n'.repeat(400)}.pdf`, `${'n'.repeat(251)}.pdf`],
  ['100%.txt', '100%.txt'],
])('the name %j is stored as %j', async (given, stored) => {
  const user = await server().user();
  const file = await uploaded(
    user,
    { bytes: Buffer.from('x') },
    { 'uploader-file-name': encodeURIComponent(given) },
  );
  expect(file.filename).toBe(stored);
  expect((await bytesOf(user, file.fileId)).bytes.toString()).toBe('x');
});

test('what is no form, or a form without a file, is refused', async () => {
  const user = await server().user();
  expect((await user.post('/files', { file: 'x' })).status).toBe(415);
  expect((await user.post('/files')).status).toBe(415);
  const form = new FormData();
  form.append('file', 'a text');
  expect((await user.request('/files', { method: 'POST', body: form })).status).toBe(400);
  const broken = { method: 'POST', body: 'no parts', headers: { 'content-type': 'multipart/form-data' } };
  expect((await user.request('/files', broken)).status).toBe(400);
  const cut = {
    ...broken,
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab',
  };
  cut.headers = { 'content-type': 'multipart/form-data; boundary=x' };
  expect((await user.request('/files', cut)).status).toBe(400);
  expect((await user.get('/files/count')).body).toEqual({ count: 0 });
});

test('nothing stays of an upload that is broken off', async () => {
  const user = await server().user();
  const before = await rowsOf();
  const call = httpRequest(`${server().address}/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${user.token}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': 900_000,
    },
  });
  call.on('error', () => {});
  call.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
  call.write(Buffer.alloc(partSize * 2));
  await expect.poll(rowsOf).toEqual([before[0]! + 1, before[1]! + 2]);
  call.destroy();
  await expect.poll(rowsOf).toEqual(before);
});

test('the description tells of the form and the download', async () => {
  const { body } = await server().stranger.get('/openapi.json');
  const { paths } = body as { paths: Record<string, Record<string, Record<string, unknown>>> };
  expect(paths['/files']?.['post']?.['requestBody']).toMatchObject({
    content: {
      'multipart/form-data': {
        schema: { properties: { file: { type: 'string', format: 'binary' } } },
      },
    },
  });
  expect(JSON.stringify(paths['/files']?.['post']?.['parameters'])).toContain('uploader-chunks-total');
  expect(paths['/files/{fileId}']?.['get']?.['responses']).toMatchObject({
    200: { content: { 'application/octet-stream': {} } },
  });
});
