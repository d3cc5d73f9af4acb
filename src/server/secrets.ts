import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The secret everything else is derived from: the configured one, else that of a file only its owner may
 * read, made at the first start in the data folder.
 */
export async function masterKey(configured: string | undefined, dataFolder: string): Promise<Buffer> {
  if (configured !== undefined) return Buffer.from(configured);
  const file = path.join(dataFolder, 'secret.key');
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Made at an earlier start, or just now by another process.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = (await readFile(file, 'utf8')).trim();
  if (key.length < 32)
    throw new Error(`${file} holds no key. Delete it to get a new one; everybody signs in anew.`);
  return Buffer.from(key);
}

/** A 256-bit key for one purpose, so that no two uses share one. */
export function deriveKey(master: Buffer, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, 'tributary', purpose, 32));
}
