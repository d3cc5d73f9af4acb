import { type Agreement } from './agreement.ts';

/** Types nested deeper are `unknown`, which takes any value. */
const deepest = 50;

/** `type ContactCreated = { … };`: what a TypeScript program sends as the data of an event. */
export function typeScriptOf(eventName: string, agreement: Agreement): string {
  const root = typeName(eventName);
  const names = namesIn(agreement, root);
  // The name is part of a comment, which it must not close.
  const shown = JSON.stringify(eventName).replaceAll('*/', '*\\/');
  const types = [...names].map(
    ([named, name]) => `export type ${name} = ${typeOf(named, { names, depth: 0 }, true)};`,
  );
  return `/** Data of the app event ${shown}. */\n${types.join('\n\n')}\n`;
}

/** A type's name out of an event's name: `contact-created` gives `ContactCreated`. */
export function typeName(eventName: string): string {
  const name = capitalized(eventName);
  return /^[\p{L}]/u.test(name) ? name : `Event${name}`;
}

function capitalized(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
}

/** The names of the types: the data's first, then one for each agreement that several places or itself refer to. */
function namesIn(root: Agreement, rootName: string): Map<Agreement, string> {
  const names = new Map([[root, rootName]]);
  const seen = new Set([root]);
  const taken = new Set([rootName]);
  for (const agreement of seen) {
    for (const inner of innerOf(agreement)) {
      if (!seen.has(inner)) {
        seen.add(inner);
        continue;
      }
      if (names.has(inner) || innerOf(inner).length === 0) continue;
      const wanted = `${rootName}${capitalized(inner.name ?? '') || 'Part'}`;
      let name = wanted;
      for (let count = 2; taken.has(name); count += 1) name = `${wanted}${String(count)}`;
      taken.add(name);
      names.set(inner, name);
    }
  }
  return names;
}

function innerOf(agreement: Agreement): Agreement[] {
  const { properties = {}, additional, items, prefix = [], anyOf = [], allOf = [] } = agreement;
  const others = [additional || undefined, items].filter((one) => one !== undefined);
  return [...Object.values(properties), ...others, ...prefix, ...anyOf, ...allOf];
}

type Writing = { names: Map<Agreement, string>; depth: number };

function typeOf(agreement: Agreement, writing: Writing, declares = false): string {
  const name = writing.names.get(agreement);
  if (name !== undefined && !declares) return name;
  if (writing.depth > deepest) return 'unknown';
  const inner = { ...writing, depth: writing.depth + 1 };
  const own = ownType(agreement, writing);
  const parts = (agreement.allOf ?? []).map((part) => typeOf(part, inner));
  return intersection([own, ...parts]);
}

/** The type without its parts. */
function ownType(agreement: Agreement, writing: Writing): string {
  const { never, types, anyOf } = agreement;
  if (never) return 'never';
  if (agreement.enum) return union(agreement.enum.map((value) => JSON.stringify(value)));
  if (anyOf && !types) {
    const inner = { ...writing, depth: writing.depth + 1 };
    return union(anyOf.map((one) => typeOf(one, inner)));
  }
  if (!types) {
    if (agreement.properties) return objectType(agreement, writing);
    return agreement.items ? listType(agreement, writing) : 'unknown';
  }
  return union(types.map((type) => namedType(type, agreement, writing)));
}

function namedType(type: string, agreement: Agreement, writing: Writing): string {
  if (type === 'object') return objectType(agreement, writing);
  if (type === 'array') return listType(agreement, writing);
  return type === 'integer' ? 'number' : type;
}

/** A list with particular first items is one of anything: it may be shorter than they are. */
function listType({ items, prefix }: Agreement, writing: Writing): string {
  const inner = items && !prefix ? typeOf(items, { ...writing, depth: writing.depth + 1 }) : 'unknown';
  return `${/^[\p{L}\p{N}_]+$/u.test(inner) ? inner : `(${inner})`}[]`;
}

function objectType({ properties = {}, required = [], additional }: Agreement, writing: Writing): string {
  const inner = { ...writing, depth: writing.depth + 1 };
  const indent = '  '.repeat(inner.depth);
  const lines = Object.entries(properties).map(([key, property]) => {
    const optional = required.includes(key) ? '' : '?';
    return `${indent}${keyOf(key)}${optional}: ${typeOf(property, inner)};`;
  });
  if (additional)
    lines.push(`${indent}[key: string]: ${lines.length > 0 ? 'unknown' : typeOf(additional, inner)};`);
  if (lines.length === 0) return 'Record<string, unknown>';
  return `{\n${lines.join('\n')}\n${'  '.repeat(writing.depth)}}`;
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

/** Nothing fits a union of nothing. */
function union(types: string[]): string {
  const all = new Set(types);
  if (all.has('unknown')) return 'unknown';
  return [...all].map(enclosed).join(' | ') || 'never';
}

function intersection(types: string[]): string {
  const all = [...new Set(types)].filter((type) => type !== 'unknown');
  if (all.length < 2) return all[0] ?? 'unknown';
  return all.map((type) => (type.includes(' | ') ? `(${type})` : type)).join(' & ');
}

function enclosed(type: string): string {
  return type.includes(' & ') && !type.startsWith('{') ? `(${type})` : type;
}
