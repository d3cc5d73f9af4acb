import type { HeavyColumn } from '../../store/flows.ts';

/** Which members of a document are wanted: a list of those to keep, or of those to leave out. */
export type Projection = { keep: Set<string> | undefined; omit: string[][] };

/**
 * Reads `-flow,-thumbnail` or `flowId,name`. In a list of members to keep a dotted name keeps its whole
 * top-level member; one to leave out may lie deeper (`-customFields.secret`).
 */
export function parseProjection(text: string | undefined): Projection {
  const names = (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const kept = names.filter((name) => !name.startsWith('-')).map((name) => name.split('.')[0]!);
  const omit = names.filter((name) => name.startsWith('-')).map((name) => name.slice(1).split('.'));
  return { keep: kept.length > 0 ? new Set(['flowId', ...kept]) : undefined, omit };
}

/** Is this top-level member wanted? */
export function wants({ keep, omit }: Projection, member: string): boolean {
  return (keep?.has(member) ?? true) && !omit.some((path) => path.length === 1 && path[0] === member);
}

export function project(projection: Projection, document: Record<string, unknown>): Record<string, unknown> {
  const members = Object.entries(document).filter(([member]) => wants(projection, member));
  return projection.omit
    .filter((path) => path.length > 1)
    .reduce((rest, path) => without(rest, path), Object.fromEntries(members));
}

function without(value: Record<string, unknown>, [first, ...rest]: string[]): Record<string, unknown> {
  if (first === undefined || !Object.hasOwn(value, first)) return value;
  const copy = { ...value };
  const child = copy[first];
  if (rest.length === 0) delete copy[first];
  else if (typeof child === 'object' && child !== null && !Array.isArray(child)) {
    copy[first] = without(child as Record<string, unknown>, rest);
  }
  return copy;
}

const heavyMembers: Record<HeavyColumn, string> = {
  descriptor: 'flow',
  thumbnail: 'thumbnail',
  wizard: 'wizard',
  notes: 'notes',
};

/** Columns that need not be read for this projection. */
export function unneededColumns(projection: Projection): HeavyColumn[] {
  return (Object.keys(heavyMembers) as HeavyColumn[]).filter(
    (column) => !wants(projection, heavyMembers[column]),
  );
}
