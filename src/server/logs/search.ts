import type { LogHit } from './hits.ts';
import type { LogTerm } from './query.ts';

export type LogSearch = {
  terms: LogTerm[];
  portType?: 'in' | 'out' | undefined;
  /** `field` or `field:desc`; default the newest first. */
  sort: string[];
  from: number;
  size: number;
};

type Bucket = { key: number; key_as_string: string; doc_count: number };

/** The hits that fit, one page of them, and how many there were in each hour. */
export function searchHits(hits: LogHit[], search: LogSearch): { buckets: Bucket[]; hits: LogHit[] } {
  const { terms, portType, sort, from, size } = search;
  const found = hits.filter(
    (hit) =>
      (portType === undefined || hit.portType === portType) &&
      terms.every((term) => matches(hit, term) !== term.negated),
  );
  const orders = (sort.length > 0 ? sort : ['@timestamp:desc']).map((text) => {
    const [, field = '', direction] = /^(.*?)(?::(asc|desc))?$/.exec(text) ?? [];
    return { field, sign: direction === 'desc' ? -1 : 1 };
  });
  found.sort((a, b) => {
    for (const { field, sign } of orders) {
      const [left, right] = [textAt(a, field), textAt(b, field)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
  return { buckets: hourly(found), hits: found.slice(from, from + size) };
}

/** Names of fields match whole values, without their case; a bare word matches a part of the message. */
function matches(hit: LogHit, { field, text }: LogTerm): boolean {
  const wanted = text.toLowerCase();
  if (field === undefined) return JSON.stringify([hit.msg, hit.err]).toLowerCase().includes(wanted);
  const value = textAt(hit, field).toLowerCase();
  return wanted.endsWith('*') ? value.startsWith(wanted.slice(0, -1)) : value === wanted;
}

/** Dotted names lead into a message, e.g. `msg.data.id`. */
function textAt(hit: LogHit, field: string): string {
  let value: unknown = hit;
  for (const step of field.split('.')) {
    const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    value = inside ? (value as Record<string, unknown>)[step] : undefined;
  }
  return typeof value === 'string' ? value : value == null ? '' : JSON.stringify(value);
}

const hourMs = 60 * 60 * 1000;

function hourly(hits: LogHit[]): Bucket[] {
  const counts = new Map<number, number>();
  for (const hit of hits) {
    const key = Math.floor(Date.parse(hit['@timestamp']) / hourMs) * hourMs;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, count]) => ({ key, key_as_string: new Date(key).toISOString(), doc_count: count }));
}
