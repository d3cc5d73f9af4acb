import { createHash } from 'node:crypto';

/**
 * A step's path says which message of which step led to it: `1`, then for each hop the message's number in its
 * step and the link it took. It is the same in every attempt and after every crash, in whatever order the
 * branches of a run go on, because outputs are either journaled or computed again alike. Step numbers are
 * not: they tell the order in which steps happened to run.
 */
export { rootPath } from '../store/steps.ts';

const longest = 64;

/** The path of the step that gets message `messageIndex` over link `linkIndex`. Long ones are folded. */
export function childPath(parent: string, messageIndex: number, linkIndex: number): string {
  return folded(`${parent}.${messageIndex}${linkIndex === 0 ? '' : `-${linkIndex}`}`);
}

/** The path of the step that the `index`th timer of a step calls. */
export function timerPath(parent: string, index: number): string {
  return folded(`${parent}.t${index}`);
}

function folded(path: string): string {
  if (path.length <= longest) return path;
  return `~${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
}
