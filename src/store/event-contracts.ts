import { type Selectable, sql } from 'kysely';
import type { Checking } from '../contract/checking.ts';
import { type Learning, nothingLearnt } from '../flow/event-contract/learning.ts';
import type { JsonSchema } from '../flow/manifest.ts';
import type { Db } from './database.ts';
import type { EventContractsTable, LastViolation } from './schema.ts';

export type EventContractRow = Selectable<EventContractsTable>;

export async function findEventContract(
  db: Db,
  ownerId: string,
  event: string,
): Promise<EventContractRow | undefined> {
  return db
    .selectFrom('event_contracts')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('event', '=', event)
    .executeTakeFirst();
}

/** What a list tells of a contract, without all that is known of the event's data. */
export type EventContractSummaryRow = Pick<
  EventContractRow,
  'event' | 'checking' | 'violations' | 'last_event_at'
> & { events: number; locked: boolean; drifting: boolean };

/** Of a user, by name. */
export async function listEventContracts(
  db: Db,
  ownerId: string,
  limit: number,
): Promise<EventContractSummaryRow[]> {
  return db
    .selectFrom('event_contracts')
    .select(['event', 'checking', 'violations', 'last_event_at'])
    .select([
      sql<number>`(learning ->> 'events')::float8`.as('events'),
      sql<boolean>`locked_schema is not null`.as('locked'),
      sql<boolean>`learning ->> 'drift' is not null`.as('drifting'),
    ])
    .where('owner_id', '=', ownerId)
    .orderBy('event')
    .limit(limit)
    .execute();
}

/**
 * Changes what is known of an event, which begins with nothing; two who do so at once do it one after another.
 *
 * @returns what is known now
 */
export async function changeLearning(
  db: Db,
  contract: { ownerId: string; event: string },
  change: {
    learning: (before: Learning, lockedSchema: JsonSchema | null) => Learning;
    at: Date;
    lastEventAt?: Date;
  },
): Promise<Learning> {
  const { ownerId, event } = contract;
  const { at, lastEventAt } = change;
  return db.transaction().execute(async (trx) => {
    await trx
      .insertInto('event_contracts')
      .values({ owner_id: ownerId, event, learning: JSON.stringify(nothingLearnt), modified_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { learning: before, locked_schema } = await trx
      .selectFrom('event_contracts')
      .select(['learning', 'locked_schema'])
      .where('owner_id', '=', ownerId)
      .where('event', '=', event)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const learning = change.learning(before, locked_schema);
    await trx
      .updateTable('event_contracts')
      .set({
        learning: JSON.stringify(learning),
        modified_at: at,
        ...(lastEventAt ? { last_event_at: lastEventAt } : {}),
      })
      .where('owner_id', '=', ownerId)
      .where('event', '=', event)
      .execute();
    return learning;
  });
}

/** Locks or unlocks a contract, and says what checks it; what broke the former one counts no more. */
export async function agreeOnContract(
  db: Db,
  contract: { ownerId: string; event: string },
  agreed: { lockedSchema: JsonSchema | null; checking: Checking; at: Date },
): Promise<void> {
  const values = {
    locked_schema: agreed.lockedSchema && JSON.stringify(agreed.lockedSchema),
    checking: agreed.checking,
    violations: 0,
    last_violation: null,
    modified_at: agreed.at,
  };
  await db
    .insertInto('event_contracts')
    .values({
      owner_id: contract.ownerId,
      event: contract.event,
      learning: JSON.stringify(nothingLearnt),
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'event']).doUpdateSet(values))
    .execute();
}

export async function deleteEventContract(db: Db, ownerId: string, event: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('event_contracts')
    .where('owner_id', '=', ownerId)
    .where('event', '=', event)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A contract that events are held against. `everybody`: an admin's, which holds for all users. */
export type CheckedContract = {
  ownerId: string;
  event: string;
  schema: JsonSchema;
  checking: Exclude<Checking, 'off'>;
  everybody: boolean;
};

/** Every contract that checks anything. */
export async function checkedContracts(db: Db): Promise<CheckedContract[]> {
  const rows = await db
    .selectFrom('event_contracts as contract')
    .innerJoin('users', 'users.id', 'contract.owner_id')
    .select([
      'contract.owner_id',
      'contract.event',
      'contract.locked_schema',
      'contract.checking',
      'users.scope',
    ])
    .where('contract.checking', '<>', 'off')
    .execute();
  return rows.flatMap(({ owner_id, event, locked_schema, checking, scope }) =>
    locked_schema && checking !== 'off'
      ? [{ ownerId: owner_id, event, schema: locked_schema, checking, everybody: scope.includes('admin') }]
      : [],
  );
}

/** Counts events that broke a contract, and keeps how the last one did. */
export async function countViolations(
  db: Db,
  contract: { ownerId: string; event: string },
  found: { count: number; last: LastViolation },
): Promise<void> {
  await db
    .updateTable('event_contracts')
    .set((of) => ({
      violations: of('violations', '+', String(found.count)) as unknown as number,
      last_violation: JSON.stringify(found.last),
    }))
    .where('owner_id', '=', contract.ownerId)
    .where('event', '=', contract.event)
    .execute();
}

/** How many events a user has contracts of. */
export async function countEventContracts(db: Db, ownerId: string): Promise<number> {
  const row = await db
    .selectFrom('event_contracts')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Who learns from the events of these flows: a template's owner for its instances, else the flow's own. */
export async function learnersOf(db: Db, flowIds: string[]): Promise<Map<string, string>> {
  if (flowIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('flows as flow')
    .leftJoin('flows as template', (join) =>
      join
        .onRef('template.id', '=', 'flow.template_id')
        .on('template.type', '=', 'integration-template')
        .on('flow.type', '<>', 'integration-template'),
    )
    .select(['flow.id', 'flow.user_id', 'template.user_id as author'])
    .where('flow.id', 'in', flowIds)
    .execute();
  return new Map(rows.map(({ id, user_id, author }) => [id, author ?? user_id]));
}
