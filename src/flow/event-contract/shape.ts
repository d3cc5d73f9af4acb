import type { FieldFormat, FieldType } from '../fields.ts';

/** The types of JSON values. */
export type JsonType = Exclude<FieldType, 'unknown'>;

/**
 * What was seen at one place of the data of many events: counters, and nothing of a payload unless it was asked for.
 * `merge-shapes.ts` tells the laws.
 */
export type Shape = {
  /** How many values were seen here. For a key: in how many of the objects it was. */
  seen: number;
  types: Partial<Record<JsonType, number>>;
  /** How many of the texts have a format. */
  formats?: Partial<Record<FieldFormat, number>>;
  /**
   * How often each text was seen, while there are few different ones. It tells of an enumeration only when it tells of
   * all texts: values are not kept of everybody's events.
   */
  texts?: Record<string, number> | 'many';
  /** A plain value to show. */
  example?: string | number | boolean;
  /** What the objects here have below their keys … */
  keys?: Record<string, Shape>;
  /** … or below any key, where they have so many that these are data rather than names. */
  anyKey?: Shape;
  /** What the lists here hold. */
  items?: Shape;
  /** Seen in data of the user who learns, so its keys are no secret to them. */
  own?: true;
  /** What is inside the values here is too varied to be told. */
  cut?: true;
  /**
   * How many events had a value here, one of each type, and (for a key) the key in each of the objects that could have
   * it. What one event holds many times it holds for one reason, so the events are counted, not the values.
   */
  events?: { seen: number; types: Partial<Record<JsonType, number>>; always?: number };
};

/** Different texts that still look like an enumeration, and the longest of them in characters. */
export const mostTexts = 20;
export const longestText = 60;

/** Keys that still look like names of fields, and the longest of them in characters. */
export const mostKeys = 1000;
export const longestKey = 200;

/** Values nested deeper are counted, not looked into. */
export const deepestShape = 100;

/** A shape that has seen nothing. */
export function emptyShape(): Shape {
  return { seen: 0, types: {} };
}
