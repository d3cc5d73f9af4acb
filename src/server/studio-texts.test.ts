import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigError } from './config.ts';
import { readStudioTexts } from './studio-texts.ts';
import { useServer } from './testing/server.ts';

const texts = { en: { shell: { product: 'Acme Flows' } }, de: { flows: { new: { button: 'Anlegen' } } } };

/** A `ConfigError` of one line that names the variable and the file. */
function refusal(reason: RegExp) {
  return expect.objectContaining({
    name: ConfigError.name,
    message: expect.stringMatching(
      new RegExp(`^STUDIO_TEXTS: [^\\n]*\\.json[^\\n]*${reason.source}[^\\n]*$`),
    ),
  });
}

describe('the file of STUDIO_TEXTS', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tributary-texts-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileWith(content: string): Promise<string> {
    const file = path.join(folder, 'texts.json');
    await writeFile(file, content);
    return file;
  }

  test('is read; without one there are no texts', async () => {
    expect(await readStudioTexts(await fileWith(JSON.stringify(texts)))).toEqual(texts);
    expect(await readStudioTexts(undefined)).toEqual({});
  });

  test('that is missing is told in one line', async () => {
    const file = path.join(folder, 'nowhere.json');
    await expect(readStudioTexts(file)).rejects.toThrow(refusal(/ENOENT/));
  });

  test.each([
    ['no JSON', '{ "en": {', /JSON/],
    ['a list', '[]', /the file is not as/],
    ['an area that is a text', '{ "en": { "shell": "Shell" } }', /en\.shell is not as/],
    ['a number for a text', '{ "en": { "shell": { "skip": 7 } } }', /en\.shell.* is not as/],
  ])('that holds %s is told in one line', async (_, content, reason) => {
    await expect(readStudioTexts(await fileWith(content))).rejects.toThrow(refusal(reason));
  });
});

describe('GET /texts', () => {
  const server = useServer({ studioTexts: texts });

  test('gives them to the Studio before anyone has signed in', async () => {
    const response = await fetch(`${server().address}/texts`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(texts);
  });
});

describe('GET /texts without own texts', () => {
  const server = useServer();

  test('is empty', async () => {
    const response = await fetch(`${server().address}/texts`);
    expect(await response.json()).toEqual({});
  });
});
