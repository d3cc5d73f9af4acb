import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Db } from './database.ts';
import { conditionOf, type FlowCondition } from './flow-filter.ts';
import type { FlowsTable } from './schema.ts';
import { identitiesOf, type Reader } from './sharing.ts';

export type FlowRow = Selectable<FlowsTable>;
export type NewFlow = Insertable<FlowsTable>;
export type FlowUpdate = Updateable<FlowsTable>;

/** Columns that hold much and that lists often do without. */
export const heavyColumns = ['descriptor', 'thumbnail', 'wizard', 'notes'] as const;
export type HeavyColumn = (typeof heavyColumns)[number];

const lightColumns = [
  'id',
  'user_id',
  'name',
  'description',
  'type',
  'stage',
  'custom_fields',
  'shared_with',
  'categories',
  'template_id',
  'origin_flow_id',
  'component_id_map',
  'revision',
  'concurrency',
  'extra',
  'runtime_errors',
  'stage_change',
  'created_at',
  'modified_at',
  'started_at',
  'stopped_at',
] as const;

export const sortColumns = {
  mtime: 'modified_at',
  btime: 'created_at',
  name: 'name',
  description: 'description',
  type: 'type',
  stage: 'stage',
  started: 'started_at',
  stopped: 'stopped_at',
  revision: 'revision',
} as const;
export type SortMember = keyof typeof sortColumns;

/** Characters. */
const idPatternFrom = 8;

export type FlowSelection = {
  reader: Reader;
  /** Also flows of others, in which the reader has all of these permissions. */
  sharedWithPermissions?: string[] | undefined;
  conditions: FlowCondition[];
  /** Part of the name, or (from 8 characters on) of the id. */
  pattern?: string | undefined;
};

export type FlowListing = FlowSelection & {
  sort: { member: SortMember; descending: boolean }[];
  offset: number;
  limit: number;
  /** Heavy columns to leave out; they are absent from the rows. */
  without: HeavyColumn[];
};

export async function insertFlow(db: Db, flow: NewFlow): Promise<void> {
  await db.insertInto('flows').values(flow).execute();
}

/** `lock` holds the row until the transaction ends. */
export async function findFlow(db: Db, flowId: string, lock = false): Promise<FlowRow | undefined> {
  return db
    .selectFrom('flows')
    .selectAll()
    .where('id', '=', flowId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The template that was published from a draft. */
export async function findTemplateOf(db: Db, draft: FlowRow): Promise<FlowRow | undefined> {
  return db
    .selectFrom('flows')
    .selectAll()
    .where('user_id', '=', draft.user_id)
    .where('origin_flow_id', '=', draft.id)
    .where('type', '=', 'integration-template')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** How many instances of a template there are, of all users; active ones are started, or about to be. */
export async function countInstances(db: Db, templateId: string): Promise<{ active: number; all: number }> {
  return db
    .selectFrom('flows')
    .select([
      sql<number>`count(*)::int`.as('all'),
      sql<number>`(count(*) filter (where stage in ('starting', 'running')))::int`.as('active'),
    ])
    .where('template_id', '=', templateId)
    .executeTakeFirstOrThrow();
}

/** The own flow that contains a component. */
export async function findFlowOfComponent(
  db: Db,
  userId: string,
  componentId: string,
): Promise<FlowRow | undefined> {
  const rows = await db
    .selectFrom('flows')
    .selectAll()
    .where('user_id', '=', userId)
    .where(sql`strpos(descriptor::text, ${JSON.stringify(componentId)})`, '>', 0)
    .execute();
  return rows.find((row) => Object.hasOwn(row.descriptor, componentId));
}

/** The user's own flows of these types that hold a text as a value somewhere, the last changed first. */
export async function flowsHolding(
  db: Db,
  wanted: { userId: string; text: string; types: FlowRow['type'][]; limit: number },
): Promise<Pick<FlowRow, 'id' | 'name' | 'type' | 'descriptor'>[]> {
  return db
    .selectFrom('flows')
    .select(['id', 'name', 'type', 'descriptor'])
    .where('user_id', '=', wanted.userId)
    .where('type', 'in', wanted.types)
    .where(sql`strpos(descriptor::text, ${JSON.stringify(wanted.text)})`, '>', 0)
    .orderBy('modified_at', 'desc')
    .orderBy('id')
    .limit(wanted.limit)
    .execute();
}

export async function listFlows(db: Db, listing: FlowListing): Promise<Partial<FlowRow>[]> {
  const { sort, offset, limit, without } = listing;
  let query = selection(db, listing).select([
    ...lightColumns,
    ...heavyColumns.filter((column) => !without.includes(column)),
  ]);
  for (const { member, descending } of sort) {
    query = query.orderBy(sortColumns[member], (order) => {
      const direction = descending ? order.desc() : order.asc();
      return descending ? direction.nullsLast() : direction.nullsFirst();
    });
  }
  // Without a sort the oldest comes first; ids settle ties, so pages never overlap.
  return query.orderBy('created_at').orderBy('id').offset(offset).limit(limit).execute();
}

export async function countFlows(db: Db, wanted: FlowSelection): Promise<number> {
  const { count } = await selection(db, wanted)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function selection(db: Db, { reader, sharedWithPermissions, conditions, pattern }: FlowSelection) {
  let query = db.selectFrom('flows');
  if (sharedWithPermissions) {
    const entries = identitiesOf(reader).map((identity) =>
      JSON.stringify([{ ...identity, permissions: sharedWithPermissions }]),
    );
    // One containment each, and not "any of an array": that is what the index can answer.
    query = query.where((eb) =>
      eb.or([
        eb('user_id', '=', reader.id),
        eb.and([
          sql<boolean>`shared_with <> '[]'::jsonb`,
          eb.or(entries.map((entry) => sql<boolean>`shared_with @> ${entry}::jsonb`)),
        ]),
      ]),
    );
  } else {
    query = query.where('user_id', '=', reader.id);
  }
  for (const condition of conditions) query = query.where(conditionOf(condition, reader));
  if (pattern) {
    const inName = sql<boolean>`strpos(lower(name), lower(${pattern})) > 0`;
    const inId = sql<boolean>`strpos(id::text, lower(${pattern})) > 0`;
    // A short text stands in many ids by chance.
    query = query.where((eb) => (pattern.length < idPatternFrom ? inName : eb.or([inName, inId])));
  }
  return query;
}

export type GuardedUpdate = {
  flowId: string;
  set: FlowUpdate;
  /** The stored revision must be one of these. */
  revisions?: number[] | undefined;
  /** The flow must not run. */
  unlessRunning: boolean;
};

/**
 * Changes a flow in one statement and raises its revision by one.
 *
 * @returns undefined when the flow is gone or a guard does not hold; nothing was changed then
 */
export async function updateFlow(
  db: Db,
  { flowId, set, revisions, unlessRunning }: GuardedUpdate,
): Promise<Pick<FlowRow, 'revision' | 'modified_at' | 'stage'> | undefined> {
  return db
    .updateTable('flows')
    .set({ ...set, revision: sql<number>`revision + 1` })
    .where('id', '=', flowId)
    .$if(revisions !== undefined, (query) => query.where('revision', 'in', revisions ?? []))
    .$if(unlessRunning, (query) => query.where('stage', 'in', ['stopped', 'error']))
    .returning(['revision', 'modified_at', 'stage'])
    .executeTakeFirst();
}

export async function deleteFlow(db: Db, flowId: string): Promise<void> {
  await db.deleteFrom('flows').where('id', '=', flowId).execute();
}
