import { isRecord } from '../record.ts';

/** A JSON Schema with an identity of its own, which references in it begin at. */
export type Document = {
  root: unknown;
  /** Do keywords beside a `$ref` count? They do since draft 2019-09. */
  siblings: boolean;
  /** Places with a plain name, once somebody asked for one. */
  anchors?: Map<string, Located>;
};

export type Located = { schema: unknown; document: Document };

export function documentOf(root: unknown): Document {
  const draft = isRecord(root) ? root['$schema'] : undefined;
  return { root, siblings: typeof draft !== 'string' || !/draft-0[3-7]/.test(draft) };
}

/** The document that the inside of a schema belongs to: one with an `$id` is a document itself. */
export function enter(schema: unknown, document: Document): Document {
  const embedded = schema !== document.root && isRecord(schema) && typeof schema['$id'] === 'string';
  return embedded ? { root: schema, siblings: document.siblings } : document;
}

/** What `#/$defs/name` or `#name` points to; undefined for nothing and for what lies in another document. */
export function resolve(reference: string, document: Document): Located | undefined {
  if (!reference.startsWith('#')) return undefined;
  const [first, ...parts] = reference.slice(1).split('/');
  if (first) return parts.length === 0 ? anchorsOf(document).get(first) : undefined;
  let found: Located = { schema: document.root, document };
  for (const part of parts) {
    const inner = stepInto(found.schema, decodePointer(part));
    if (inner === undefined) return undefined;
    found = { schema: inner, document: enter(found.schema, found.document) };
  }
  return found;
}

function stepInto(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function anchorsOf(document: Document): Map<string, Located> {
  if (document.anchors) return document.anchors;
  const anchors = new Map<string, Located>();
  const unread: unknown[] = [document.root];
  while (unread.length > 0) {
    const schema = unread.pop();
    if (typeof schema !== 'object' || schema === null || enter(schema, document) !== document) continue;
    const { $anchor } = schema as { $anchor?: unknown };
    if (typeof $anchor === 'string') anchors.set($anchor, { schema, document });
    for (const inner of Object.values(schema)) unread.push(inner);
  }
  document.anchors = anchors;
  return anchors;
}

function decodePointer(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    // A percent sign that begins no escape stands for itself.
    return plain;
  }
}
