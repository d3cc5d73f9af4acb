import { uiText as text } from '../text/english/ui.ts';
import { currentLanguage } from '../text/language.ts';

const styles = {
  moment: { dateStyle: 'medium', timeStyle: 'medium' },
  dayMonth: { day: 'numeric', month: 'short' },
  dayMonthYear: { day: 'numeric', month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** By language and style: a list of times would be slow if each made its own. */
const formats = new Map<string, Intl.DateTimeFormat>();

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** "Nov 23, 2025, 8:20:13 PM", in the reader's zone. */
export function absoluteTime(iso: string): string {
  return formatted(new Date(iso), 'moment');
}

/** "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", then the date. */
export function relativeTime(iso: string, now: Date): string {
  const time = new Date(iso);
  // The server's clock may be ahead of the reader's: what has happened is never in the future.
  const seconds = Math.max(0, (now.getTime() - time.getTime()) / 1000);
  if (seconds < minute) return text('time.justNow');
  if (seconds < hour) return text('time.minutesAgo', { count: Math.floor(seconds / minute) });
  if (seconds < day) return text('time.hoursAgo', { count: Math.floor(seconds / hour) });
  const days = Math.floor(seconds / day);
  if (days < 7) return days === 1 ? text('time.yesterday') : text('time.daysAgo', { count: days });
  return formatted(time, time.getFullYear() === now.getFullYear() ? 'dayMonth' : 'dayMonthYear');
}

/** "8 ms", "1.2 s", "3 min 5 s", "2 h 4 min", between two ISO times. */
export function duration(fromIso: string, toIso: string): string {
  const ms = Math.max(0, Date.parse(toIso) - Date.parse(fromIso));
  if (ms < 1000) return text('duration.milliseconds', { milliseconds: ms });
  const seconds = ms / 1000;
  if (seconds < 59.95) return text('duration.seconds', { seconds: toOneDigit(seconds) });
  const whole = Math.round(seconds);
  const minutes = Math.floor((whole % hour) / minute);
  return whole < hour
    ? text('duration.minutes', { minutes, seconds: whole % minute })
    : text('duration.hours', { hours: Math.floor(whole / hour), minutes });
}

function formatted(time: Date, style: keyof typeof styles): string {
  const language = currentLanguage();
  const key = `${language} ${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, styles[style]);
    formats.set(key, format);
  }
  return format.format(time);
}

function toOneDigit(value: number): string {
  return value.toLocaleString(currentLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
