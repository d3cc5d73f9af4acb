/** Does the field take a time of day too? (`config.enableTime`, or a `format` without hours.) */
export function hasTime(config: Record<string, unknown> | undefined): boolean {
  if (typeof config?.['enableTime'] === 'boolean') return config['enableTime'];
  return typeof config?.['format'] !== 'string' || /h/i.test(config['format']);
}

/** The stored ISO text in the form of the browser's own control, in local time. Empty when it is no date. */
export function toControl(stored: unknown, withTime: boolean): string {
  if (typeof stored !== 'string' || stored === '') return '';
  if (!withTime && /^\d{4}-\d{2}-\d{2}/.test(stored)) return stored.slice(0, 10);
  const date = new Date(stored);
  if (Number.isNaN(date.getTime())) return '';
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString();
  return withTime ? local.slice(0, 16) : local.slice(0, 10);
}

/** The control's local time as ISO text (UTC); a date without a time stays `YYYY-MM-DD`. */
export function fromControl(text: string, withTime: boolean): string | undefined {
  if (text === '') return undefined;
  return withTime ? new Date(text).toISOString() : text;
}
