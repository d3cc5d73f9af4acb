import type { Kysely } from 'kysely';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { insertFlow } from '../flows.ts';
import { findTemplateVersion } from '../template-versions.ts';
import { useDatabase } from '../testing/database.ts';
import { createUser } from '../users.ts';
import { up } from './0003_template_versions.ts';

const database = useDatabase();

test('what is published already becomes the first version that is kept; other flows have none', async () => {
  const { db, pool } = database();
  await pool.query('drop table template_versions');
  const createdAt = new Date('2026-01-02T03:04:05Z');
  const userId = randomUUID();
  await createUser(db, {
    id: userId,
    username: 'ada',
    email: null,
    passwordHash: '',
    metadata: {},
    createdAt,
  });
  const flow = { user_id: userId, name: 'Orders', created_at: createdAt, modified_at: createdAt };
  const draftId = randomUUID();
  const templateId = randomUUID();
  await insertFlow(db, { ...flow, id: draftId, type: 'integration-draft' });
  await insertFlow(db, {
    ...flow,
    id: templateId,
    type: 'integration-template',
    origin_flow_id: draftId,
    revision: 4,
    component_id_map: '{"a":"b"}',
  });

  await up(db as unknown as Kysely<unknown>);
  expect(await findTemplateVersion(db, templateId)).toMatchObject({
    revision: 4,
    name: 'Orders',
    component_id_map: { a: 'b' },
    changes: null,
    publisher: 'ada',
    published_at: createdAt,
  });
  expect(await findTemplateVersion(db, draftId)).toBeUndefined();
});
