import { ApiError } from '../contract/errors.ts';

/** Deeper values would overflow the stack of one reader or another: ours, PostgreSQL's, a client's. */
const deepest = 500;

/**
 * Reads a body as JSON.
 *
 * @throws ApiError INVALID_JSON
 */
export function parseJsonBody(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (json.length > deepest && nestingOf(json) > deepest) {
    throw new ApiError('INVALID_JSON', `The body is nested more than ${deepest} levels deep.`);
  }
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ApiError('INVALID_JSON', `The body is not valid JSON: ${(error as Error).message}`);
  }
}

/** How deep lists and objects of a JSON text stand in each other; brackets inside strings do not count. */
function nestingOf(json: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '"':
        for (at += 1; at < json.length && json[at] !== '"'; at += 1) if (json[at] === '\\') at += 1;
        break;
      case '[':
      case '{':
        depth += 1;
        most = Math.max(most, depth);
        break;
      case ']':
      case '}':
        depth -= 1;
        break;
    }
  }
  return most;
}

/** A member named `__proto__` would become a prototype wherever documents are copied member by member. */
export function assertNoPrototypes(text: string, value: unknown): void {
  if (!/__proto__|\\u/i.test(text)) return;
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__')) {
      throw new ApiError('BAD_REQUEST', 'A member may not be named __proto__.');
    }
    for (const child of Object.values(next)) waiting.push(child);
  }
}
