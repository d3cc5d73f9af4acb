import { isRecord, own } from '../record.ts';
import { agreedOn, agreedTypes, allAgreed } from './agreed.ts';
import type { Agreement } from './agreement.ts';
import { violationsOf } from './conformance.ts';
import { commonFormat, typesOf } from './schema-of-shape.ts';
import { deepestShape, type Shape } from './shape.ts';

/** Values to stand for what is known without any being kept. */
const stand: Record<string, unknown> = { string: '', number: 0, boolean: false };
const standOfFormat: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00Z',
  email: 'name@example.com',
  url: 'https://example.com',
  uri: 'https://example.com',
};

/** Agreements that are looked at, in all, where nothing was seen: references make endlessly many places out of few. */
const mostLooks = 20_000;

/** Values that an agreement gives, of which one is to be found that keeps to all. */
const mostTried = 20;

/**
 * One piece of data that has the fields that are known of an event: those seen, with the examples that were kept, and
 * those agreed on, with the examples of the schema. It keeps to the agreement, unless alternatives exclude each other, of
 * which it has all fields; of an agreement that leads back to itself or is too large it has as many as fit.
 */
export function exampleOfContract(shape: Shape | undefined, agreement?: Agreement): unknown {
  const inside: Inside = { open: new Set(), depth: 0, looks: mostLooks };
  return exampleAt(shape, agreement ? [agreement] : [], inside) ?? null;
}

type Inside = {
  /** What is agreed on of the values that hold this one. */
  open: Set<Agreement>;
  depth: number;
  looks: number;
};

/** Undefined: there is nothing to show, for an agreement leads back to itself or allows nothing. */
function exampleAt(shape: Shape | undefined, agreed: readonly Agreement[], inside: Inside): unknown {
  if (inside.depth > deepestShape) return shape ? null : undefined;
  const isLarge = inside.looks <= 0;
  const must = isLarge ? agreed : allAgreed(agreed);
  const may = isLarge ? [] : alternativesOf(must);
  const all = [...must, ...may];
  if (!shape) inside.looks -= all.length;
  if (!shape && (must.some(isNever) || all.some((one) => inside.open.has(one)))) return undefined;
  const type = typeToShow(shape, must, may);
  if (type !== 'object' && type !== 'array')
    return plainExample(type, shape, all, isLarge ? undefined : agreed);
  if (!shape && isLarge) return type === 'object' ? {} : [];
  const opened = all.filter((one) => !inside.open.has(one));
  for (const one of opened) inside.open.add(one);
  inside.depth += 1;
  const within = { must, may, inside };
  const example = type === 'object' ? objectExample(shape, within) : listExample(shape, within);
  inside.depth -= 1;
  for (const one of opened) inside.open.delete(one);
  return example;
}

/** What is said of the value that is being shown: by everything, and by some of several alternatives. */
type Within = { must: readonly Agreement[]; may: readonly Agreement[]; inside: Inside };

function objectExample(shape: Shape | undefined, { must, may, inside }: Within): object {
  const said = [...must, ...may];
  const required = new Set(must.flatMap((one) => one.required ?? []));
  const names = new Set([
    ...Object.keys(shape?.keys ?? {}),
    ...said.flatMap(({ properties = {} }) => Object.keys(properties)),
    ...required,
  ]);
  if (!shape) inside.looks -= names.size;
  // A schema of many parts names few properties in each.
  const always = must.filter((one) => one.properties);
  const sometimes = may.filter((one) => one.properties);
  const entries = [...names].flatMap((name): [string, unknown][] => {
    const inner = own(shape?.keys, name);
    const value = exampleAt(inner, oneOf(agreedOn(always, name), agreedOn(sometimes, name)), inside);
    return value !== undefined ? [[name, value]] : required.has(name) ? [[name, null]] : [];
  });
  const anyKey = shape?.anyKey && shape.anyKey.seen > 0 ? shape.anyKey : undefined;
  const additional = said.flatMap((one) =>
    one.additional && saysSomething(one.additional) ? one.additional : [],
  );
  if (anyKey || additional.length > 0) {
    const value = exampleAt(anyKey, additional, inside);
    if (value !== undefined) entries.push([freeName(names), value]);
  }
  return Object.fromEntries(entries);
}

function listExample(shape: Shape | undefined, { must, may, inside }: Within): unknown[] {
  const said = [...must, ...may];
  const seen = shape?.items && shape.items.seen > 0 ? shape.items : undefined;
  const prefix = said.find((one) => one.prefix)?.prefix;
  const items = prefix ? prefix.map((one) => [one]) : [said.flatMap((one) => one.items ?? [])];
  if (!shape) inside.looks -= items.length;
  return items
    .filter((agreed) => seen || agreed.length > 0)
    .map((agreed) => exampleAt(seen, agreed, inside))
    .filter((item) => item !== undefined);
}

/** Where keys are data, one stands for them. */
function freeName(taken: ReadonlySet<string>): string {
  let name = 'key';
  while (taken.has(name)) name += '_';
  return name;
}

/** @param agreed what an example has to keep to; undefined: there is no time to try any */
function plainExample(
  type: string,
  shape: Shape | undefined,
  all: readonly Agreement[],
  agreed: readonly Agreement[] | undefined,
): unknown {
  if (type === 'null') return null;
  const format = all.find((one) => one.format)?.format ?? (shape && commonFormat(shape));
  const plain = (type === 'string' && format ? standOfFormat[format] : undefined) ?? stand[type];
  if (!agreed) return plain;
  let tried = 0;
  for (const value of given(shape, all)) {
    if (typeof value !== type) continue;
    if (agreed.every((one) => violationsOf(value, one).length === 0)) return value;
    if (++tried >= mostTried) break;
  }
  return plain;
}

function* given(shape: Shape | undefined, all: readonly Agreement[]): Generator {
  yield shape?.example;
  for (const { examples = [] } of all) yield* examples;
  for (const one of all) yield* one.enum?.slice(0, mostTried) ?? [];
}

/** What is said of a value by what it need not keep to: the alternatives, and those within them. */
function alternativesOf(must: readonly Agreement[]): Agreement[] {
  const found = new Set<Agreement>();
  const all = new Set(must);
  for (const { anyOf = [] } of all) {
    for (const one of allAgreed(anyOf.filter((alternative) => !isNever(alternative)))) {
      if (!all.has(one)) found.add(one);
      all.add(one);
    }
  }
  return [...found];
}

function oneOf(must: readonly Agreement[], may: readonly Agreement[]): readonly Agreement[] {
  return may.length === 0 ? must : [...must, { anyOf: [...may] }];
}

/** The commonest type that is agreed on; a field that is mostly null is worth showing with what else it holds. */
function typeToShow(shape: Shape | undefined, must: readonly Agreement[], may: readonly Agreement[]): string {
  const seen: string[] = shape ? typesOf(shape) : [];
  const agreed = agreedTypes(must)?.map(withoutInteger);
  const types = agreed ? [...seen.filter((type) => agreed.includes(type)), ...agreed] : seen;
  const known = types.find((type) => type !== 'null');
  if (known !== undefined) return known;
  for (const one of [...must, ...may]) {
    const type = one.types?.map(withoutInteger).find((each) => each !== 'null') ?? impliedType(one);
    if (type !== undefined && type !== 'null' && (agreed?.includes(type) ?? true)) return type;
  }
  return 'null';
}

function withoutInteger(type: string): string {
  return type === 'integer' ? 'number' : type;
}

/** The type that keywords speak of where none is said. */
function impliedType({
  types,
  properties,
  required,
  additional,
  items,
  prefix,
  ...one
}: Agreement): string | undefined {
  if (types) return undefined;
  if (properties ?? required ?? additional) return 'object';
  if (items ?? prefix) return 'array';
  if (one.format) return 'string';
  const value = (one.enum?.slice(0, mostTried) ?? one.examples)?.find(isPlain);
  return value === undefined ? undefined : typeof value;
}

function isPlain(value: unknown): boolean {
  return value !== null && value !== undefined && !Array.isArray(value) && !isRecord(value);
}

function isNever(one: Agreement): boolean {
  return one.never === true;
}

function saysSomething(one: Agreement): boolean {
  return Object.keys(one).length > 0 && !isNever(one);
}
