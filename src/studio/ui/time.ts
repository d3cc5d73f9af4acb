const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const dayMonth = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });
const dayMonthYear = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** "Nov 23, 2025, 8:20:13 PM", in the reader's zone. */
export function absoluteTime(iso: string): string {
  return absolute.format(new Date(iso));
}

/** "just now", "5 min ago", "3 h ago", "yesterday", "4 days ago", then the date. */
export function relativeTime(iso: string, now: Date): string {
  const time = new Date(iso);
  // The server's clock may be ahead of the reader's: what has happened is never in the future.
  const seconds = Math.max(0, (now.getTime() - time.getTime()) / 1000);
  if (seconds < minute) return 'just now';
  if (seconds < hour) return `${Math.floor(seconds / minute)} min ago`;
  if (seconds < day) return `${Math.floor(seconds / hour)} h ago`;
  const days = Math.floor(seconds / day);
  if (days < 7) return days === 1 ? 'yesterday' : `${days} days ago`;
  return (time.getFullYear() === now.getFullYear() ? dayMonth : dayMonthYear).format(time);
}

/** "8 ms", "1.2 s", "3 min 5 s", "2 h 4 min", between two ISO times. */
export function duration(fromIso: string, toIso: string): string {
  const ms = Math.max(0, Date.parse(toIso) - Date.parse(fromIso));
  if (ms < 1000) return `${ms} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < hour) return `${Math.floor(whole / minute)} min ${whole % minute} s`;
  return `${Math.floor(whole / hour)} h ${Math.floor((whole % hour) / minute)} min`;
}
