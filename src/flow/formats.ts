import type { FieldFormat } from './fields.ts';

const dateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const email = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/i;
// The characters a URL must hold percent-encoded are left out (RFC 3986): a URL template is no URL.
const url = /^https?:\/\/[^\s<>"{}|\\^`]+$/i;

/** The strict format of a text (RFC 3339 date and time, e-mail address, http URL), if it has one. */
export function formatOf(text: string): FieldFormat | undefined {
  if (text.length < 6 || text.length > 2048) return undefined;
  if (text.length <= 40 && dateTime.test(text)) return 'date-time';
  if (text.length <= 254 && email.test(text)) return 'email';
  return url.test(text) && URL.canParse(text) ? 'url' : undefined;
}
