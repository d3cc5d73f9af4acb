/** A part of a query: a text within a named field of a hit, or anywhere in it. */
export type LogTerm = { field: string | undefined; text: string; negated: boolean };

/**
 * Reads the part of Lucene's grammar that logs are asked with: `field:value`, `field:"a value"`, bare words
 * and phrases, `NOT`, `-` and `!` before a term; `AND` and brackets change nothing because all terms must hold.
 */
export function parseLogQuery(query: string | undefined): LogTerm[] {
  const terms: LogTerm[] = [];
  let negateNext = false;
  for (const [part, sign = '', field, phrase, word] of (query ?? '').matchAll(
    /([-!+]?)(?:([\w@.]+):)?(?:"((?:[^"\\]|\\.)*)"|([^\s()"]+))/g,
  )) {
    if (part === 'AND' || part === '&&' || part === '*' || part === '*:*') continue;
    if (part === 'NOT') {
      negateNext = true;
      continue;
    }
    const text = (phrase ?? word ?? '').replaceAll(/\\(.)/g, '$1');
    if (text !== '*') terms.push({ field, text, negated: negateNext || sign === '-' || sign === '!' });
    negateNext = false;
  }
  return terms;
}
