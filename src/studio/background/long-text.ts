/** Characters of a text, such as an example, above which work on it would hold keys up: it goes to the background, or apart. */
const longFrom = 20_000;

export function isLongText(value: unknown): value is string {
  return typeof value === 'string' && value.length >= longFrom;
}
