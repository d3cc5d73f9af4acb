const token =
  /[ \t]+|"[^"\\\n]*(?:\\[^\n][^"\\\n]*)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null|[[\]{},:]/y;

/** What begins at this place like one JSON value of one line, up to its end; undefined where none does. */
export function jsonTextAt(text: string, at: number): string | undefined {
  let depth = 0;
  token.lastIndex = at;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [read] = found;
    if (read === '[' || read === '{') depth += 1;
    else if (read === ']' || read === '}') depth -= 1;
    else if (depth === 0 && (read === ',' || read === ':' || read.trim() === '')) return undefined;
    if (depth <= 0) return depth < 0 ? undefined : text.slice(at, token.lastIndex);
  }
  return undefined;
}

/** The value of a JSON text; undefined for what is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
