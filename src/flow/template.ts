import { parsePath, type VariablePath } from './path.ts';

/** A piece of a text: as it is, or a placeholder (what stands between `{{{` and `}}}`). */
export type TemplatePart = { text: string } | { placeholder: string };

const plain = /\{\{\{([^{}]+)\}\}\}/y;
// The old form holds a path, whose quoted keys may hold braces.
const old = /\{\{\{(\$\.(?:[^{}"]|"[^"\\]*(?:\\.[^"\\]*)*")+)\}\}\}/y;
/** Bounds the look ahead for the old form's closing braces, so that any text splits in linear time. */
const longestPath = 4096;

/** Splits a text at its placeholders `{{{id}}}`, or in the old form `{{{$.id.port.path}}}`. */
export function splitTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let done = 0;
  let at = text.indexOf('{{{');
  while (at !== -1) {
    const placeholder = placeholderAt(text, at);
    if (placeholder === undefined) {
      at = text.indexOf('{{{', at + 1);
      continue;
    }
    if (at > done) parts.push({ text: text.slice(done, at) });
    parts.push({ placeholder });
    done = at + placeholder.length + 6;
    at = text.indexOf('{{{', done);
  }
  if (done < text.length) parts.push({ text: text.slice(done) });
  return parts;
}

function placeholderAt(text: string, at: number): string | undefined {
  if (text.startsWith('$.', at + 3)) {
    old.lastIndex = 0;
    const path = old.exec(text.slice(at, at + longestPath))?.[1];
    if (path !== undefined) return path;
  }
  plain.lastIndex = at;
  return plain.exec(text)?.[1];
}

/** Each placeholder once, in order, of the texts at any depth of a lambda field. */
export function placeholdersIn(value: unknown): string[] {
  const found = new Set<string>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      for (const part of splitTemplate(next)) if ('placeholder' in part) found.add(part.placeholder);
    } else if (typeof next === 'object' && next !== null) {
      const inner: unknown[] = Object.values(next);
      for (let index = inner.length - 1; index >= 0; index -= 1) open.push(inner[index]);
    }
  }
  return [...found];
}

/**
 * The path in a placeholder of the old form, `undefined` for an id. Inside a JSON text the quotes of its
 * keys stand escaped (`[\"odd key\"]`).
 */
export function pathOfPlaceholder(placeholder: string): VariablePath | undefined {
  if (!placeholder.startsWith('$.')) return undefined;
  return parsePath(placeholder) ?? parsePath(placeholder.replaceAll(/\\(["\\])/g, '$1'));
}
