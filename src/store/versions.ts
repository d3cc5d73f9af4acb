import type { Descriptor } from '../flow/descriptor.ts';
import { isRecord } from '../flow/record.ts';
import type { Queryable } from './transaction.ts';

/** Snapshots of descriptors: what was running when a run was accepted is what the run walks. */

export async function insertVersion(
  db: Queryable,
  version: { id: string; flowId: string; descriptor: Descriptor; createdAt: Date },
): Promise<void> {
  await db.query('insert into flow_versions (id, flow_id, descriptor, created_at) values ($1, $2, $3, $4)', [
    version.id,
    version.flowId,
    JSON.stringify(version.descriptor),
    version.createdAt,
  ]);
}

/** Those that are there and can be read, by their ids. */
export async function readVersions(db: Queryable, ids: string[]): Promise<Map<string, Descriptor>> {
  const { rows } = await db.query<{ id: string; descriptor: Descriptor }>(
    'select id, descriptor from flow_versions where id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.filter((row) => isRecord(row.descriptor)).map((row) => [row.id, row.descriptor]));
}

/** Undefined when there is none, or what is there is none. */
export async function readVersion(db: Queryable, versionId: string): Promise<Descriptor | undefined> {
  const { rows } = await db.query<{ descriptor: Descriptor }>(
    'select descriptor from flow_versions where id = $1',
    [versionId],
  );
  return isRecord(rows[0]?.descriptor) ? rows[0].descriptor : undefined;
}
