import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Written last: a backup that has one is whole. */
const manifestSchema = z.object({
  format: z.literal(1),
  /** Of the product. */
  version: z.string(),
  /** The major version whose files these are. */
  postgres: z.string(),
  createdAt: z.string(),
  /** Is the secret key in the backup? Not where it came from the environment. */
  secretKey: z.boolean(),
  /** Of every other file, with which a restore sees that it still is what was written. The first backups had none. */
  checksums: z.record(z.string(), z.string()).optional(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const fileName = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(folder, fileName), text, { mode: 0o600, flush: true });
}

/** @throws when the folder holds no whole backup */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifestSchema.parse(JSON.parse(await readFile(path.join(folder, fileName), 'utf8')));
  } catch (cause) {
    throw new Error(`${folder} holds no whole backup: its ${fileName} is missing or cannot be read.`, {
      cause,
    });
  }
}
