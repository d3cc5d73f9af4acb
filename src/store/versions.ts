import type { Descriptor } from '../flow/descriptor.ts';
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

export async function readVersion(db: Queryable, versionId: string): Promise<Descriptor | undefined> {
  const { rows } = await db.query<{ descriptor: Descriptor }>(
    'select descriptor from flow_versions where id = $1',
    [versionId],
  );
  return rows[0]?.descriptor;
}
