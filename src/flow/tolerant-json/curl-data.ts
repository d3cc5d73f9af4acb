import { message } from '../messages/message.ts';
import { bodiesIn, type CurlBody } from './curl-options.ts';
import { hereDocument } from './here-document.ts';
import { Unreadable } from './reader.ts';
import { part, type ShellWord, sourceOf } from './shell-words.ts';

/** Comments, a prompt, `sudo` and variables may stand before it. */
const command =
  /^\s*(?:#[^\n]*\n\s*){0,100}(?:[$>%#]\s+)?(?:sudo\s+(?:-\w+\s+)*)?(?:[A-Za-z_]\w*=(?:'[^']*'|"[^"]*"|[^\s'"])*\s+){0,30}(?=curl(?:\.exe)?[ \t\\])/;

/** Characters that may stand before it: a pattern of this kind runs out of room on megabytes. */
const longestBefore = 20_000;

/** Where a curl command begins, as browsers copy and documentations show it; undefined where a text is something else. */
export function startOfCurl(text: string): number | undefined {
  return command.exec(text.slice(0, longestBefore))?.[0].length;
}

/**
 * The body that a curl command sends.
 *
 * @throws Unreadable where there is none, or it stands elsewhere
 */
export function curlData(text: string): ShellWord {
  const { words, here } = hereDocument(text);
  const bodies = bodiesIn(commandIn(words));
  const [body] = bodies;
  if (!body) throw new Unreadable(0, message('tolerant.noBody'));
  // What curl gets as JSON it puts one behind the other.
  const isInParts = bodies.length > 1 && bodies.every(({ option }) => option === 'json');
  if (bodies.length > 1 && !isInParts) {
    throw new Unreadable(sourceOf(bodies[1]!.word, 0), message('tolerant.severalBodies'));
  }
  return joined(bodies.map((one) => dataOf(one, here)));
}

function dataOf({ word, option }: CurlBody, here: ShellWord | undefined): ShellWord {
  if (here && (word.text === '@-' || word.text === '@/dev/stdin')) return here;
  if (word.text.startsWith('@')) throw new Unreadable(sourceOf(word, 0), message('tolerant.bodyInFile'));
  // What curl encodes may begin with `=`, which is no part of it.
  return option === 'encoded' && word.text.startsWith('=') ? part(word, 1) : word;
}

/** Up to where the shell does something else with what comes of it. */
function commandIn(words: ShellWord[]): ShellWord[] {
  const end = words.findIndex(({ ends }) => ends);
  return end === -1 ? words : words.slice(0, end);
}

function joined(words: ShellWord[]): ShellWord {
  let length = 0;
  const pieces = words.flatMap((word) => {
    const from = length;
    length += word.text.length;
    return word.pieces.map(({ at, source }) => ({ at: from + at, source }));
  });
  return { text: words.map(({ text }) => text).join(''), pieces };
}
