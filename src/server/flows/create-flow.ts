import type { z } from 'zod';
import type { createFlow as createFlowEndpoint } from '../../contract/flows.ts';
import { insertFlow } from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import type { Services } from '../services.ts';
import { checkedDescriptor, columnsOf } from './columns.ts';
import { checkTemplate } from './known-template.ts';

type NewFlowBody = z.output<NonNullable<typeof createFlowEndpoint.body>>;

/** @throws ApiError INVALID_DESCRIPTOR, BAD_REQUEST, NOT_FOUND for a template the user may not activate */
export async function createFlow(services: Services, user: Reader, body: NewFlowBody): Promise<string> {
  const { database, catalogue, newId, clock } = services;
  const { type, ...members } = body;
  const flowId = newId();
  const now = clock();
  const columns = columnsOf(members, {});
  if (columns.template_id) await checkTemplate(database.db, user, columns.template_id);
  await insertFlow(database.db, {
    name: 'New flow',
    ...columns,
    id: flowId,
    user_id: user.id,
    type,
    descriptor: JSON.stringify(checkedDescriptor(members.flow ?? {}, catalogue)),
    created_at: now,
    modified_at: now,
  });
  return flowId;
}
