import { type Agreement } from './agreement.ts';

/** `type ContactCreated = { … };`: what a TypeScript program sends as the data of an event. */
export function typeScriptOf(eventName: string, agreement: Agreement): string {
  return `/** Data of the app event ${JSON.stringify(eventName)}. */\nexport type ${typeName(eventName)} = ${typeOf(agreement, 0)};\n`;
}

/** A type's name out of an event's name: `contact-created` gives `ContactCreated`. */
export function typeName(eventName: string): string {
  const words = eventName.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return /^[\p{L}]/u.test(name) ? name : `Event${name}`;
}

function typeOf(agreement: Agreement, depth: number): string {
  const { anyOf } = agreement;
  if (agreement.enum) return union(agreement.enum.map((value) => JSON.stringify(value)));
  if (anyOf && anyOf.length > 0 && !agreement.types) return union(anyOf.map((one) => typeOf(one, depth)));
  const { types } = agreement;
  if (!types) {
    if (agreement.properties) return objectType(agreement, depth);
    return agreement.items ? listType(agreement, depth) : 'unknown';
  }
  return types.length === 0 ? 'unknown' : union(types.map((type) => namedType(type, agreement, depth)));
}

function namedType(type: string, agreement: Agreement, depth: number): string {
  if (type === 'object') return objectType(agreement, depth);
  if (type === 'array') return listType(agreement, depth);
  if (type === 'integer') return 'number';
  return ['string', 'number', 'boolean', 'null'].includes(type) ? type : 'unknown';
}

function listType({ items }: Agreement, depth: number): string {
  const inner = items ? typeOf(items, depth) : 'unknown';
  return `${/^[\w{].*[}\w]$/s.test(inner) && !inner.includes(' | ') ? inner : `(${inner})`}[]`;
}

function objectType({ properties = {}, required = [], additional }: Agreement, depth: number): string {
  const indent = '  '.repeat(depth + 1);
  const lines = Object.entries(properties).map(([key, property]) => {
    const optional = required.includes(key) ? '' : '?';
    return `${indent}${keyOf(key)}${optional}: ${typeOf(property, depth + 1)};`;
  });
  if (additional)
    lines.push(`${indent}[key: string]: ${lines.length > 0 ? 'unknown' : typeOf(additional, depth + 1)};`);
  return lines.length === 0 ? 'Record<string, unknown>' : `{\n${lines.join('\n')}\n${'  '.repeat(depth)}}`;
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}

function union(types: string[]): string {
  return [...new Set(types)].join(' | ');
}
