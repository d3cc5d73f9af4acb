import { message } from '../messages/message.ts';
import { Unreadable } from './reader.ts';
import { type ShellWord, shellWords } from './shell-words.ts';

/** Options of curl that carry a body: by themselves, with `=`, or with the body glued on. */
const dataOption = /^(?:--data(?:-raw|-binary|-ascii|-urlencode)?|--json|-[sSkLvifgG]*d)$/;
const withValue = /^(?:(--data(?:-raw|-binary|-ascii|-urlencode)?|--json)=|-[sSkLvifgG]*d(?=.))/;

/** Is this a curl command, as browsers copy and documentations show it? */
export function isCurl(text: string): boolean {
  return /^\s*(?:[$>]\s+)?curl(?:\.exe)?[ \t\\]/.test(text);
}

/**
 * The body that a curl command sends.
 *
 * @throws Unreadable where there is none, or it stands elsewhere
 */
export function curlData(command: string): ShellWord {
  const words = shellWords(command);
  const bodies = words.flatMap((word, index) => bodyAt(word, words[index + 1]));
  const [body] = bodies;
  if (!body) throw new Unreadable(0, message('tolerant.noBody'));
  if (bodies.length > 1) throw new Unreadable(startOf(bodies[1]!), message('tolerant.severalBodies'));
  if (body.text.startsWith('@')) throw new Unreadable(startOf(body), message('tolerant.bodyInFile'));
  return body;
}

function bodyAt(word: ShellWord, next: ShellWord | undefined): ShellWord[] {
  if (dataOption.test(word.text)) {
    // What curl encodes may begin with `=`, which is no part of it.
    return next ? [word.text === '--data-urlencode' && next.text.startsWith('=') ? cut(next, 1) : next] : [];
  }
  const option = withValue.exec(word.text)?.[0];
  return option === undefined ? [] : [cut(word, option.length)];
}

/** The word from its nth character on. */
function cut({ text, pieces }: ShellWord, from: number): ShellWord {
  const moved = pieces.map(({ at, source }) => ({ at: at - from, source }));
  return { text: text.slice(from), pieces: moved };
}

function startOf({ pieces }: ShellWord): number {
  return pieces[0]?.source ?? 0;
}
