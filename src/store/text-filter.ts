import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** What is asked of one member of a document: any of these values or texts within it, or one negation. */
export type FilterTest =
  | { kind: 'any'; equals: string[]; contains: string[] }
  | { kind: 'not'; value: string }
  | { kind: 'empty' }
  | { kind: 'notEmpty' };

/** A test of a text as SQL; all values are parameters. */
export function textCondition(text: RawBuilder<string>, test: FilterTest): Expression<SqlBool> {
  switch (test.kind) {
    case 'any':
      return sql<SqlBool>`(${text} = any(${test.equals}::text[]) or exists (
        select from unnest(${test.contains}::text[]) as part where strpos(lower(${text}), lower(part)) > 0))`;
    case 'not':
      return sql<SqlBool>`${text} is distinct from ${test.value}`;
    case 'empty':
      return sql<SqlBool>`coalesce(${text}, '') = ''`;
    default:
      return sql<SqlBool>`coalesce(${text}, '') <> ''`;
  }
}

/** A column's time as the API writes it. */
export const isoTime = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
