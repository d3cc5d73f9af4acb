import { type Expression, type SqlBool, sql } from 'kysely';
import { identitiesOf, type Reader } from './sharing.ts';
import { type FilterTest, isoTime, textCondition } from './text-filter.ts';

/** `path` leads from the member into its JSON value, e.g. `['0', 'domain']` of `sharedWith`. */
export type FlowCondition = { member: FilterMember; path: string[]; test: FilterTest };

/** Members that are one text, as SQL. */
const textMembers = {
  flowId: sql<string>`id::text`,
  userId: sql<string>`user_id::text`,
  name: sql<string>`name`,
  description: sql<string>`description`,
  type: sql<string>`type`,
  stage: sql<string>`stage`,
  thumbnail: sql<string>`thumbnail`,
  templateId: sql<string>`template_id::text`,
  originFlowId: sql<string>`origin_flow_id::text`,
  revision: sql<string>`revision::text`,
  mode: sql<string>`'module'`,
  btime: isoTime('created_at'),
  mtime: isoTime('modified_at'),
  started: isoTime('started_at'),
  stopped: isoTime('stopped_at'),
};

const jsonMembers = {
  customFields: () => sql`custom_fields`,
  wizard: () => sql`wizard`,
  categories: () => sql`categories`,
  sharedWith: visibleSharing,
};

export type FilterMember = keyof typeof textMembers | keyof typeof jsonMembers;

export function isFilterMember(name: string): name is FilterMember {
  return Object.hasOwn(textMembers, name) || isJsonMember(name);
}

/** Only these may be asked with a path. */
export function isJsonMember(name: string): name is keyof typeof jsonMembers {
  return Object.hasOwn(jsonMembers, name);
}

/** One condition as SQL; all values are parameters. */
export function conditionOf({ member, path, test }: FlowCondition, reader: Reader): Expression<SqlBool> {
  return isJsonMember(member)
    ? jsonCondition(jsonMembers[member](reader), path, test)
    : textCondition(textMembers[member], test);
}

/** A list answers for itself and for each of its items, as document stores have it. */
function jsonCondition(json: Expression<unknown>, path: string[], test: FilterTest): Expression<SqlBool> {
  const steps = path.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${JSON.stringify(step)}`)).join('');
  const values = sql`(
    select value #>> '{}' as text from jsonb_path_query(${json}, ${`$${steps}`}::jsonpath) as value
    union all
    select value #>> '{}' from jsonb_path_query(${json}, ${`$${steps}[*]`}::jsonpath) as value
  ) as found`;
  switch (test.kind) {
    case 'any':
      return sql<SqlBool>`exists (select from ${values} where text = any(${test.equals}::text[]) or exists (
        select from unnest(${test.contains}::text[]) as part where strpos(lower(text), lower(part)) > 0))`;
    case 'not':
      return sql<SqlBool>`not exists (select from ${values} where text = ${test.value})`;
    case 'empty':
      return sql<SqlBool>`not exists (select from ${values} where text not in ('', '[]', '{}'))`;
    default:
      return sql<SqlBool>`exists (select from ${values} where text not in ('', '[]', '{}'))`;
  }
}

/** Entries about others are blanked, not dropped: positions stay, and nobody can probe for addresses. */
function visibleSharing(reader: Reader): Expression<unknown> {
  const identities = identitiesOf(reader).map((identity) => JSON.stringify(identity));
  return sql`case when user_id = ${reader.id} then shared_with else (
    select coalesce(jsonb_agg(case when entry @> any(${identities}::jsonb[]) then entry else '{}' end order by n), '[]')
    from jsonb_array_elements(shared_with) with ordinality as shared (entry, n)
  ) end`;
}
