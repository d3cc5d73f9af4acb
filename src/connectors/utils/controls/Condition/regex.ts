import { createContext, Script } from 'node:vm';

const LIMIT_MS = 250;
const sandbox = createContext({ pattern: '', flags: '', text: '' });
const script = new Script('new RegExp(pattern, flags).test(text)');

/**
 * Tests text against an author's pattern, `a+` or `/a+/i`. A pattern that backtracks for ever would hold
 * every run of this process, so it runs in a context that the engine interrupts after 250 ms.
 * Throws an Error with a plain message for a malformed or too slow pattern.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const delimited = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  Object.assign(sandbox, { pattern: delimited?.[1] ?? pattern, flags: delimited?.[2] ?? '', text });
  try {
    return script.runInContext(sandbox, { timeout: LIMIT_MS }) === true;
  } catch (cause) {
    const slow = (cause as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    const reason = slow ? `takes longer than ${LIMIT_MS} ms` : 'is malformed';
    throw new Error(`The regular expression ${pattern} ${reason}.`, { cause });
  }
}
