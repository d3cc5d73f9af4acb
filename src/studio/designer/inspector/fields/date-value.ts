/** Does the field take a time of day too? (`config.enableTime`, or a `format` without hours.) */
export function hasTime(config: Record<string, unknown> | undefined): boolean {
  if (typeof config?.['enableTime'] === 'boolean') return config['enableTime'];
  return typeof config?.['format'] !== 'string' || /h/i.test(config['format']);
}

/** The stored ISO text in the form of the browser's own control, in local time. Empty when it is no date. */
export function toControl(stored: unknown, withTime: boolean): string {
  if (typeof stored !== 'string' || stored === '') return '';
  if (!withTime && isDay(stored)) return stored;
  const date = new Date(stored);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  if (Number.isNaN(local.getTime())) return '';
  // ISO writes years beyond 9999 as +012026, the control as 12026.
  const [day = '', time = ''] = local.toISOString().replace(/^\+0*/, '').split('T');
  return withTime ? `${day}T${time.slice(0, 5)}` : day;
}

/** The control's local time as ISO text (UTC); a date without a time stays `YYYY-MM-DD`. */
export function fromControl(text: string, withTime: boolean): string | undefined {
  if (text === '') return undefined;
  if (!withTime) return text;
  const date = new Date(text.replace(/^\d{5,6}(?=-)/, (year) => `+${year.padStart(6, '0')}`));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** A day alone: the same day everywhere. */
export function isDay(stored: string): boolean {
  return /^\d{4,6}-\d{2}-\d{2}$/.test(stored);
}
