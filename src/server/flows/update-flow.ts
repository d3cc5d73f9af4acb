import { isDeepStrictEqual } from 'node:util';
import type { FlowChange } from '../../contract/flows.ts';
import { ApiError } from '../../contract/errors.ts';
import { FlowNotStartable } from '../../engine/errors.ts';
import { hindrancesOf } from '../../flow/problems.ts';
import { findFlow, type FlowRow, updateFlow as storeUpdate } from '../../store/flows.ts';
import type { Reader } from '../../store/sharing.ts';
import type { Services } from '../services.ts';
import { ownFlow } from './access.ts';
import { checkedDescriptor, columnsOf } from './columns.ts';
import { keepVersion } from './keep-version.ts';
import { checkTemplate } from './known-template.ts';

/**
 * Changes the members given. While a flow runs its descriptor changes only by force: the flow then goes on
 * with the new one, so that must be fit to run.
 *
 * @throws ApiError NOT_FOUND (of the flow, or of the template it is to name), FORBIDDEN, INVALID_DESCRIPTOR, BAD_REQUEST, CONFLICT (`details.revision` is the
 * stored one), FLOW_RUNNING; FlowNotStartable
 */
export async function updateFlow(
  services: Services,
  user: Reader,
  change: { flowId: string; members: FlowChange; force: boolean },
): Promise<{ revision: number; mtime: string }> {
  const { database, catalogue, engine, clock } = services;
  const { flowId, members, force } = change;
  const stored = await ownFlow(database.db, user, flowId);
  const set = columnsOf(members, stored.extra);
  // A client may send back what it read, also when the template is shared no more.
  if (set.template_id && set.template_id !== stored.template_id) {
    await checkTemplate(database.db, user, set.template_id);
  }
  const descriptor = members.flow === undefined ? undefined : checkedDescriptor(members.flow, catalogue);
  const redraws = descriptor !== undefined && !isDeepStrictEqual(descriptor, stored.descriptor);
  if (redraws && force && stored.stage === 'running') {
    await services.customModifiers.refresh();
    const problems = hindrancesOf(descriptor, catalogue);
    if (problems.length > 0) throw new FlowNotStartable(problems);
  }

  const updated = await database.db.transaction().execute(async (db) => {
    const result = await storeUpdate(db, {
      flowId,
      set: {
        ...set,
        ...(redraws ? { descriptor: JSON.stringify(descriptor) } : {}),
        modified_at: clock(),
      },
      revisions: acceptedRevisions(members),
      unlessRunning: redraws && !force,
    });
    if (result && publishes(stored, members)) {
      await keepVersion(db, { templateId: flowId, publishedBy: user.id });
    }
    return result;
  });
  if (!updated) throw await refusal(services, flowId, acceptedRevisions(members));
  if (members.concurrency !== undefined && members.concurrency !== stored.concurrency) {
    await engine.concurrencyChanged(flowId);
  }
  if (redraws && updated.stage === 'running') await engine.restartFlow(flowId, user.id);
  return { revision: updated.revision, mtime: updated.modified_at.toISOString() };
}

/** A client of the interface publishes anew by writing the whole template, its map of components included. */
function publishes(stored: FlowRow, { flow, componentIdMap }: FlowChange): boolean {
  return stored.type === 'integration-template' && flow !== undefined && componentIdMap !== undefined;
}

/** Clients that publish a template anew count its revision up themselves; their map of components tells. */
function acceptedRevisions({ revision, componentIdMap }: FlowChange): number[] | undefined {
  if (revision === undefined) return undefined;
  return componentIdMap === undefined ? [revision] : [revision, revision - 1];
}

async function refusal({ database }: Services, flowId: string, revisions?: number[]): Promise<ApiError> {
  const now = await findFlow(database.db, flowId);
  if (!now) return new ApiError('NOT_FOUND', 'There is no such flow.');
  return revisions && !revisions.includes(now.revision)
    ? new ApiError('CONFLICT', undefined, { revision: now.revision, mtime: now.modified_at.toISOString() })
    : new ApiError('FLOW_RUNNING');
}
