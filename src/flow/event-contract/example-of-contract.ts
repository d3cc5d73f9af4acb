import { isRecord, own } from '../record.ts';
import { agreedOn, agreedTypes, allAgreed } from './agreed.ts';
import type { Agreement } from './agreement.ts';
import { commonFormat, typesOf } from './schema-of-shape.ts';
import { deepestShape, type Shape } from './shape.ts';

/** Values to stand for what is known without any being kept. */
const stand: Record<string, unknown> = { string: '', number: 0, boolean: false, null: null };
const standOfFormat: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00Z',
  email: 'name@example.com',
  url: 'https://example.com',
  uri: 'https://example.com',
};

const anyKeyName = 'key';

/** Places that only an agreement knows are shown so far: references can make endlessly many out of few. */
const mostUnseen = 5_000;

/**
 * One piece of data that has every field that is known of an event: those seen, with the examples that were kept, and
 * those agreed on, with the examples of the schema.
 */
export function exampleOfContract(shape: Shape | undefined, agreement?: Agreement): unknown {
  return exampleAt({ shape, agreed: agreement ? [agreement] : [], above: [] }, { unseen: mostUnseen });
}

type Place = {
  shape: Shape | undefined;
  agreed: readonly Agreement[];
  /** What is agreed on of the values that hold this one, from outside to inside. */
  above: readonly (readonly Agreement[])[];
};

function exampleAt({ shape, agreed, above }: Place, left: { unseen: number }): unknown {
  if (above.length > deepestShape) return null;
  const all = withAlternatives(agreed);
  // An agreement that leads back to itself goes on as far as anything was seen.
  const leadsBack = all.some((one) => above.some((outer) => outer.includes(one)));
  if (!shape && (leadsBack || left.unseen-- <= 0)) return null;
  const inner = (within: Shape | undefined, of: readonly Agreement[]): unknown =>
    exampleAt({ shape: within, agreed: of, above: [...above, all] }, left);
  const type = typeToShow(shape, all);
  if (type === 'object') {
    const names = new Set([
      ...Object.keys(shape?.keys ?? {}),
      ...all.flatMap(({ properties = {} }) => Object.keys(properties)),
    ]);
    const entries = [...names].map((name) => [name, inner(own(shape?.keys, name), agreedOn(all, name))]);
    const additional = all.flatMap((one) => one.additional || []);
    const anyKey = shape?.anyKey && shape.anyKey.seen > 0 ? shape.anyKey : undefined;
    // Where keys are data, one stands for them.
    if (anyKey || additional.length > 0) entries.push([anyKeyName, inner(anyKey, additional)]);
    return entries.length > 0 ? Object.fromEntries(entries) : (agreedExample(all, isRecord) ?? {});
  }
  if (type === 'array') {
    const items = all.flatMap((one) => one.prefix?.[0] ?? one.items ?? []);
    const seen = shape?.items && shape.items.seen > 0 ? shape.items : undefined;
    return seen || items.length > 0 ? [inner(seen, items)] : (agreedExample(all, Array.isArray) ?? []);
  }
  const isOfType = (value: unknown) => typeof value === type;
  if (isOfType(shape?.example)) return shape?.example;
  const format = all.find((one) => one.format)?.format ?? (shape && commonFormat(shape));
  const plain = (type === 'string' && format ? standOfFormat[format] : undefined) ?? stand[type];
  return agreedExample(all, isOfType) ?? plain;
}

/** What is said of a value, with the first alternative wherever there are several. */
function withAlternatives(agreed: readonly Agreement[]): readonly Agreement[] {
  const all = new Set(allAgreed(agreed));
  for (const { anyOf = [] } of all) {
    const shown = anyOf.find((one) => !one.never && one.types?.[0] !== 'null');
    if (shown) for (const one of allAgreed([shown])) all.add(one);
  }
  return [...all];
}

/** The commonest type; a field that is mostly null is worth showing with what else it holds. */
function typeToShow(shape: Shape | undefined, all: readonly Agreement[]): string {
  const types: string[] = [...(shape ? typesOf(shape) : []), ...(agreedTypes(all) ?? [])];
  const type = types.find((one) => one !== 'null') ?? impliedType(all) ?? 'null';
  return type === 'integer' ? 'number' : type;
}

/** The type that keywords speak of which says none itself. */
function impliedType(all: readonly Agreement[]): string | undefined {
  if (all.some(({ properties, additional }) => properties ?? additional)) return 'object';
  if (all.some(({ items, prefix }) => items ?? prefix)) return 'array';
  if (all.some(({ format }) => format)) return 'string';
  const example = agreedExample(all, (value) => value !== null && value !== undefined);
  if (example === undefined) return undefined;
  return Array.isArray(example) ? 'array' : typeof example;
}

/** An example that the schema gives, or a value that it names. */
function agreedExample(all: readonly Agreement[], fits: (value: unknown) => boolean): unknown {
  const given = all.flatMap(({ examples = [] }) => examples);
  return [...given, ...all.flatMap((one) => one.enum ?? [])].find(fits);
}
