import fc from 'fast-check';
import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { findModifier } from './catalogue.ts';
import { testEnvironment } from './testing/environment.ts';

const apply = (name: string, value: unknown, args: Record<string, unknown> = {}): unknown =>
  findModifier(name)!.apply(value, args, testEnvironment);

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const json = fc.jsonValue({ maxDepth: 3 });
const list = fc.array(json, { maxLength: 12 });

/** JSON knows no negative zero, and modifiers leave out what would become a prototype. */
const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto'));

test.each([
  ['g_base64Encode', 'g_base64Decode'],
  ['g_base64UrlEncode', 'g_base64UrlDecode'],
  ['g_hexEncode', 'g_hexDecode'],
  ['g_urlEncode', 'g_urlDecode'],
  ['g_htmlEscape', 'g_htmlUnescape'],
  ['g_xmlEscape', 'g_htmlUnescape'],
])('%s and %s undo each other', (encode, decode) => {
  fc.assert(
    fc.property(text, (value) => {
      expect(apply(decode, apply(encode, value))).toBe(value);
    }),
  );
});

test('JSON, flat objects and tables are read back as they were written', () => {
  fc.assert(
    fc.property(json, (value) => {
      fc.pre(value !== null);
      const given = asJson(value);
      expect(apply('g_parse', apply('g_stringify', given))).toEqual(given);
    }),
  );
  fc.assert(
    fc.property(fc.dictionary(text, json, { minKeys: 1 }), (value) => {
      const given = asJson(value);
      expect(apply('g_unflattenObject', apply('g_flattenObject', given))).toEqual(given);
    }),
  );
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é'), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        expect(apply('g_parseCsv', apply('g_toCsv', rows), { noHeader: true })).toEqual(rows);
      },
    ),
  );
});

test('hashes are those of everybody else', () => {
  const digests = { g_sha256: 'sha256', g_sha512: 'sha512', g_sha1: 'sha1', g_md5: 'md5' };
  fc.assert(
    fc.property(text, text.filter(Boolean), (value, key) => {
      for (const [name, digest] of Object.entries(digests)) {
        expect(apply(name, value)).toBe(createHash(digest).update(value).digest('hex'));
      }
      for (const [name, digest] of [
        ['g_hmacSha256', 'sha256'],
        ['g_hmacSha1', 'sha1'],
      ] as const) {
        const signature = createHmac(digest, key).update(value).digest('base64');
        expect(apply(name, value, { key, encoding: 'base64' })).toBe(signature);
      }
    }),
  );
});

test('sorting twice is sorting once, in both orders, and loses nothing', () => {
  fc.assert(
    fc.property(list, fc.constantFrom('ascending', 'descending'), (items, direction) => {
      const sorted = apply('g_sort', items, { direction }) as unknown[];
      expect(apply('g_sort', sorted, { direction })).toEqual(sorted);
      expect(sorted).toHaveLength(items.length);
      expect(new Set(sorted)).toEqual(new Set(items));
    }),
  );
});

const keys = (all: unknown) => (all as unknown[]).map((item) => JSON.stringify(item));

test('the order of sorting is one: what is before stays before', () => {
  fc.assert(
    fc.property(list, fc.infiniteStream(fc.nat()), (items, random) => {
      const shuffled = items
        .map((item) => ({ item, place: random.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
      const [a, b] = [apply('g_sort', items), apply('g_sort', shuffled)].map(keys);
      // Equal items may stand in either order: 1 and "1" are the same to an author.
      expect(a!.toSorted()).toEqual(b!.toSorted());
    }),
  );
});

test('sets of items', () => {
  fc.assert(
    fc.property(list, list, (some, others) => {
      const [items, list] = [asJson(some) as unknown[], asJson(others) as unknown[]];
      const unique = apply('g_unique', items) as unknown[];
      expect(apply('g_unique', unique)).toEqual(unique);
      expect(apply('g_union', items, { list })).toEqual(apply('g_unique', [...items, ...list]));
      const both = apply('g_intersection', items, { list }) as unknown[];
      const rest = apply('g_difference', items, { list }) as unknown[];
      expect(both.length + rest.length).toBe(items.length);
      expect(apply('g_intersection', rest, { list })).toEqual([]);
    }),
  );
});

test('lists taken apart and put together', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 5 }), (items, size) => {
      expect(apply('g_flatten', apply('g_chunk', items, { size }))).toEqual(items);
      expect(apply('g_reverse', apply('g_reverse', items))).toEqual(items);
      expect(apply('g_length', apply('g_shuffle', items))).toBe(items.length);
    }),
  );
});

test('decimals: what is added is taken away again, rounding twice is rounding once', () => {
  const money = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => cents / 100);
  fc.assert(
    fc.property(money, money, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
      const sum = apply('g_add', a, { number: b });
      expect(apply('g_sub', sum, { number: b })).toBe(a + 0);
      expect(apply('g_add', b, { number: a })).toBe(sum);
      const rounded = apply('g_round', a, { places }) as number;
      expect(apply('g_round', rounded, { places })).toBe(rounded);
      expect(Math.abs(rounded - a)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-9);
      expect(apply('g_floor', a) as number).toBeLessThanOrEqual(a);
      expect(apply('g_ceil', a) as number).toBeGreaterThanOrEqual(a);
    }),
  );
});

const instant = fc.date({ min: new Date('1970-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
const zone = fc.constantFrom(
  'UTC',
  'Europe/Prague',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);

test('dates: what is written is read again, in every zone', () => {
  fc.assert(
    fc.property(instant, zone, (date, timeZone) => {
      const iso = date.toISOString();
      const inZone = apply('g_toTimeZone', iso, { timeZone });
      expect(apply('g_toTimestamp', inZone)).toBe(date.getTime());
      const format = 'DD/MM/YYYY HH:mm:ss.SSS Z';
      const written = apply('g_formatDate', iso, { format, timeZone });
      expect(apply('g_parseDate', written, { format })).toBe(iso);
      expect(apply('g_fromTimestamp', apply('g_toTimestamp', iso))).toBe(iso);
    }),
  );
});

test('dates: hours added are taken away again; the start of a unit is in it, and so is its end', () => {
  const unit = fc.constantFrom('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute');
  fc.assert(
    fc.property(instant, zone, fc.integer({ min: -1000, max: 1000 }), unit, (date, timeZone, hours, unit) => {
      const iso = date.toISOString();
      const later = apply('g_addTimeSpan', iso, { hours, timeZone });
      expect(apply('g_subtractTimeSpan', later, { hours, timeZone })).toBe(iso);
      const start = apply('g_startOf', iso, { unit, timeZone }) as string;
      const end = apply('g_endOf', iso, { unit, timeZone }) as string;
      expect(start <= iso && iso <= end).toBe(true);
      expect(apply('g_startOf', start, { unit, timeZone })).toBe(start);
      expect(apply('g_startOf', end, { unit, timeZone })).toBe(start);
    }),
  );
});

test('dates: days added in a zone are the days that lie between', () => {
  fc.assert(
    fc.property(instant, zone, fc.integer({ min: -400, max: 400 }), (date, timeZone, days) => {
      const iso = apply('g_startOf', date.toISOString(), { unit: 'day', timeZone }) as string;
      const until = apply('g_addTimeSpan', iso, { days, timeZone });
      expect(apply('g_dateDiff', iso, { until, unit: 'day', timeZone })).toBe(days);
    }),
  );
});
