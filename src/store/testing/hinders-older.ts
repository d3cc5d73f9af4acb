import { leastBeside } from '../migrations/contraction.ts';

/**
 * What a migration may not do while processes of the release before it go on: they read, write and insert as they did.
 * Whatever takes something away is a step of its own, a later release's, once nobody uses it any more.
 */
const forbidden: { what: string; pattern: RegExp }[] = [
  // A default, too: they insert without the column.
  { what: 'drops something', pattern: /\bdrop\s+(?!not\s+null)/i },
  { what: 'renames something', pattern: /\brename\b/i },
  { what: 'changes the type of a column', pattern: /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i },
  { what: 'demands a value that older processes leave out', pattern: /\bset\s+not\s+null\b/i },
  { what: 'takes rows away', pattern: /\b(delete\s+from|truncate)\b/i },
  {
    what: 'adds a rule to a table that is in use',
    pattern: /\badd\s+(constraint|check|unique|primary|foreign|exclude)\b/i,
  },
  { what: 'replaces a function or view in use', pattern: /\bcreate\s+or\s+replace\b/i },
];

/** What is wrong with the statements of a migration, as far as older processes are concerned; nothing of a contraction. */
export function hindersOlder(name: string, source: string): string[] {
  if (leastBeside(name) !== undefined) return [];
  const sql = source
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/\s+/g, ' ');
  const created = new Set(
    [...sql.matchAll(/\bcreate table (?:if not exists )?(\w+)/gi)].map(([, table]) => table),
  );
  const found = forbidden.filter(({ pattern }) => pattern.test(sql)).map(({ what }) => what);
  for (const statement of sql.split(';')) {
    const [, table] = /\balter table (\w+)/i.exec(statement) ?? [];
    const columns = statement.split(/\badd column\b/i).slice(1);
    const demands = columns.some((column) => /\bnot null\b/i.test(column) && !/\bdefault\b/i.test(column));
    if (demands && !created.has(table)) found.push('demands a value that older processes leave out');
  }
  for (const [, table] of sql.matchAll(/\bcreate unique index (?:\w+ )?on (\w+)/gi)) {
    if (!created.has(table)) found.push('adds a rule to a table that is in use');
  }
  return [...new Set(found)];
}
