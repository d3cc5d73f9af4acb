import { readFile } from 'node:fs/promises';
import { textsSchema, type Texts } from '../contract/texts.ts';
import { ConfigError } from './config.ts';

/**
 * The operator's own texts for the Studio, out of the file that `STUDIO_TEXTS` names; none without one.
 *
 * @throws ConfigError when the file cannot be read or holds something else
 */
export async function readStudioTexts(file: string | undefined): Promise<Texts> {
  if (file === undefined) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new ConfigError(`STUDIO_TEXTS: ${file}: ${(error as Error).message}`, { cause: error });
  }
  const result = textsSchema.safeParse(parsed);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join('.') ?? '';
  throw new ConfigError(
    `STUDIO_TEXTS: ${file}: ${path || 'the file'} is not as { "en": { "<area>": { "<key>": "text" } } }`,
  );
}
