import { ApiError } from '../contract/errors.ts';
import type { FilterTest } from '../store/text-filter.ts';

type Any = Extract<FilterTest, { kind: 'any' }>;
type Condition<Member> = { member: Member; path: string[]; test: FilterTest };

export type Sorting<Member> = { member: Member; descending: boolean };

/**
 * Reads the filter grammar: `key:value`, dotted keys into members that have such; `!value` is not equal, a bare `!`
 * missing or empty, `![]` not empty, `~text` contains. One key several times: any of its values, and none of those it
 * excludes. Different keys: all of them.
 *
 * @throws ApiError BAD_REQUEST for an unknown key or a filter without a colon
 */
export function readFilters<Member extends string>(
  filters: string[],
  list: {
    /** As messages call them, e.g. `flows`. */
    what: string;
    isMember: (name: string) => name is Member;
    /** May be asked with a dotted key. */
    hasMembers: (name: string) => boolean;
  },
): Condition<Member>[] {
  const conditions: Condition<Member>[] = [];
  const anyOf = new Map<string, Any>();
  for (const filter of filters) {
    const colon = filter.indexOf(':');
    if (colon < 0) throw bad(filter, 'a filter is key:value');
    const key = filter.slice(0, colon);
    const value = filter.slice(colon + 1);
    const [member = '', ...path] = key.split('.');
    if (!list.isMember(member)) throw bad(filter, `${list.what} cannot be filtered by ${member}`);
    if (path.length > 0 && !list.hasMembers(member)) throw bad(filter, `${member} has no members`);
    const negation = negationOf(value);
    if (negation) {
      conditions.push({ member, path, test: negation });
      continue;
    }
    const known = anyOf.get(key);
    const test: Any = known ?? { kind: 'any', equals: [], contains: [] };
    if (value.startsWith('~')) test.contains.push(value.slice(1));
    else test.equals.push(value);
    if (known) continue;
    anyOf.set(key, test);
    conditions.push({ member, path, test });
  }
  return conditions;
}

function negationOf(value: string): FilterTest | undefined {
  if (!value.startsWith('!')) return undefined;
  if (value === '!') return { kind: 'empty' };
  if (value === '![]') return { kind: 'notEmpty' };
  return { kind: 'not', value: value.slice(1) };
}

/**
 * Reads `mtime:-1` (descending) or `name:1`, several with commas.
 *
 * @throws ApiError BAD_REQUEST for anything else
 */
export function readSort<Member extends string>(
  text: string | undefined,
  { what, columns }: { what: string; columns: Record<Member, string> },
): Sorting<Member>[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [, member = '', direction] = /^(\w+)(?::(-1|1|asc|desc))?$/.exec(part) ?? [];
      if (!Object.hasOwn(columns, member)) {
        throw new ApiError('BAD_REQUEST', `query.sort: ${what} cannot be sorted by "${part}"`, {
          path: 'query.sort',
        });
      }
      return { member: member as Member, descending: direction === '-1' || direction === 'desc' };
    });
}

function bad(filter: string, reason: string): ApiError {
  return new ApiError('BAD_REQUEST', `query.filter: ${reason} ("${filter}")`, { path: 'query.filter' });
}
