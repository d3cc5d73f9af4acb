const unitMs: Record<string, number> = {
  s: 1_000,
  sec: 1_000,
  second: 1_000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  w: 604_800_000,
  week: 604_800_000,
};

const part = /\s*(\d+(?:\.\d+)?)\s*([a-z]+)/giy;

/** The milliseconds of a text like `5m`, `1h 30m` or `2 days`; undefined when it says no time. */
export function durationMs(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  const trimmed = text.trim();
  let total = 0;
  let done = 0;
  for (const [whole, number, unit = ''] of trimmed.matchAll(part)) {
    const name = unit.toLowerCase();
    const singular = name.length > 1 ? name.replace(/s$/, '') : name;
    if (!Object.hasOwn(unitMs, singular)) return undefined;
    total += Number(number) * unitMs[singular]!;
    done += whole.length;
  }
  return done === trimmed.length ? Math.round(total) : undefined;
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
