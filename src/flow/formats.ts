import type { FieldFormat } from './fields.ts';
import { daysInMonth } from './modifiers/time/zone.ts';

const dateTime =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const email =
  /^(?=.{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
// The characters a URL must hold percent-encoded are left out (RFC 3986): a URL template is no URL, and no validator takes it for one.
const url =
  /^https?:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[\da-f]{2})*@)?(?:\[[\da-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[\da-f]{2})+)(?::\d+)?(?:[/?](?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;

/** The strict format of a text (RFC 3339 date and time, e-mail address, http URL), if it has one. */
export function formatOf(text: string): FieldFormat | undefined {
  if (text.length < 6 || text.length > 2048) return undefined;
  if (text.length <= 40 && isDateTime(text)) return 'date-time';
  if (text.length <= 254 && email.test(text)) return 'email';
  return url.test(text) && URL.canParse(text) ? 'url' : undefined;
}

function isDateTime(text: string): boolean {
  const [, year, month, day] = dateTime.exec(text) ?? [];
  return day !== undefined && Number(day) <= daysInMonth(Number(year), Number(month));
}
