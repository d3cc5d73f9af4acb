import type { Sharing } from '../../contract/flows.ts';
import { ApiError } from '../../contract/errors.ts';
import type { Db } from '../../store/database.ts';
import { findFlow, type FlowRow } from '../../store/flows.ts';
import { entriesFor, type Reader } from '../../store/sharing.ts';
import { isUuid } from '../uuid.ts';

type Permission = Sharing['permissions'][number];

/**
 * A flow that this user may use in a way: their own, or one shared with them with that permission.
 *
 * @throws ApiError NOT_FOUND when it is not shared with them at all, FORBIDDEN without the permission
 */
export async function accessibleFlow(
  db: Db,
  user: Reader,
  flowId: string,
  permission: Permission,
): Promise<FlowRow> {
  const flow = await knownFlow(db, user, flowId);
  if (flow.user_id === user.id) return flow;
  const entries = entriesFor(user, flow.shared_with as Sharing[]);
  if (!entries.some((entry) => entry.permissions.includes(permission))) throw new ApiError('FORBIDDEN');
  return flow;
}

/**
 * A flow that this user may change.
 *
 * @throws ApiError NOT_FOUND, FORBIDDEN for one that is only shared with them
 */
export async function ownFlow(db: Db, user: Reader, flowId: string, lock = false): Promise<FlowRow> {
  const flow = await knownFlow(db, user, flowId, lock);
  if (flow.user_id !== user.id) throw new ApiError('FORBIDDEN', 'Only the owner of a flow may do this.');
  return flow;
}

/** To everybody else a flow does not exist. */
async function knownFlow(db: Db, user: Reader, flowId: string, lock = false): Promise<FlowRow> {
  const flow = isUuid(flowId) ? await findFlow(db, flowId, lock) : undefined;
  const known =
    flow && (flow.user_id === user.id || entriesFor(user, flow.shared_with as Sharing[]).length > 0);
  if (!known) throw new ApiError('NOT_FOUND', 'There is no such flow.');
  return flow;
}
