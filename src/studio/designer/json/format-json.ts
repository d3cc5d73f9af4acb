import { lineAtLevel } from '../../../flow/json-layout.ts';
import { longestExample } from '../../../flow/tolerant-json/read-tolerant-json.ts';

/**
 * Lays a valid JSON text out, two spaces a level. It works on the text, not on the value: numbers keep every
 * digit, and a key that occurs twice stays so. What would be too long for an example stays as it is.
 */
export function formatJson(text: string): string {
  let result = '';
  let depth = 0;
  const line = () => lineAtLevel(depth);
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;
  const tokens = text.match(token) ?? [];
  for (const [index, part] of tokens.entries()) {
    if (result.length > longestExample) return text;
    const next = tokens[index + 1];
    if (part === '{' || part === '[') {
      depth++;
      result += part;
      if (next !== '}' && next !== ']') result += line();
    } else if (part === '}' || part === ']') {
      const isWithin = line() !== '';
      depth--;
      const before = tokens[index - 1];
      result += before === '{' || before === '[' || !isWithin ? part : line() + part;
    } else if (part === ',') {
      result += part + line();
    } else if (part === ':') {
      result += ': ';
    } else {
      result += part;
    }
  }
  return result;
}
