import { isDay } from './date-value.ts';

/** Tokens of a `format` (moment and flatpickr spell the common ones alike), by what they stand for. */
const tokens: Record<string, (date: Date) => string> = {
  YYYY: (date) => String(date.getFullYear()),
  YY: (date) => String(date.getFullYear() % 100).padStart(2, '0'),
  MM: (date) => two(date.getMonth() + 1),
  M: (date) => String(date.getMonth() + 1),
  DD: (date) => two(date.getDate()),
  D: (date) => String(date.getDate()),
  HH: (date) => two(date.getHours()),
  H: (date) => String(date.getHours()),
  hh: (date) => two(hour12(date)),
  h: (date) => String(hour12(date)),
  mm: (date) => two(date.getMinutes()),
  ss: (date) => two(date.getSeconds()),
  A: (date) => (date.getHours() < 12 ? 'AM' : 'PM'),
  a: (date) => (date.getHours() < 12 ? 'am' : 'pm'),
};

/**
 * A stored moment as the `config` of its field wants it shown, in local time: by its `format`, else (with `time24hr`) in the
 * language of the page. The browser's control has a form of its own, so this stands below it. Undefined without either.
 */
export function configuredDate(
  stored: unknown,
  config: Record<string, unknown> | undefined,
  language: string,
  withTime: boolean,
): string | undefined {
  if (typeof stored !== 'string' || stored === '') return undefined;
  // A day alone is the same everywhere: read as a local one.
  const date = new Date(isDay(stored) ? `${stored}T00:00` : stored);
  if (Number.isNaN(date.getTime())) return undefined;
  const { format, time24hr } = config ?? {};
  if (typeof format === 'string' && format !== '') {
    return format.replaceAll(/\[([^\]]*)\]|YYYY|YY|MM?|DD?|HH?|hh?|mm|ss|A|a/g, (token, text?: string) =>
      text === undefined ? tokens[token]!(date) : text,
    );
  }
  if (typeof time24hr !== 'boolean' || !withTime) return undefined;
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: time24hr ? 'h23' : 'h12',
  }).format(date);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function hour12(date: Date): number {
  return date.getHours() % 12 || 12;
}
