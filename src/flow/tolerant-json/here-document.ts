import { leavingOut, part, type ShellWord, shellWords } from './shell-words.ts';

const escaped = /\\(?:\r?\n|([\\$`]))/g;

/**
 * The words of a command, and what it is given behind `<<EOF`, up to a line of that word, or behind `<<<`. What stands there
 * is no word of the command.
 */
export function hereDocument(text: string): { words: ShellWord[]; here?: ShellWord | undefined } {
  const first = text.indexOf('<<');
  if (first === -1) return { words: shellWords(text) };
  const lineEnd = text.indexOf('\n', first);
  const head = lineEnd === -1 ? text : text.slice(0, lineEnd);
  const words = shellWords(head);
  const at = words.findIndex(({ text: word, pieces }) => word.startsWith('<<') && opensAt(text, pieces));
  const opening = words[at];
  const source = opening?.pieces[0]?.source;
  if (!opening || source === undefined) return { words: shellWords(text) };
  if (opening.text.startsWith('<<<')) {
    const all = shellWords(text);
    const isGlued = opening.text.length > 3;
    return { words: all.toSpliced(at, isGlued ? 1 : 2), here: isGlued ? part(all[at]!, 3) : all[at + 1] };
  }
  if (lineEnd === -1) return { words };
  const [, tabs = '', quote = '', name = ''] =
    /^<<(-?)\s*(['"\\]?)([\w.-]+)/.exec(text.slice(source, lineEnd)) ?? [];
  if (name === '') return { words };
  const start = lineEnd + 1;
  const closing = new RegExp(`^${tabs ? '\\t*' : ''}${name.replaceAll('.', '\\.')}[ \\t]*\\r?$`, 'm');
  const end = closing.exec(text.slice(start))?.index;
  const content = text.slice(start, end === undefined ? undefined : start + end);
  // What stands in the document is no word of the command.
  const { text: data, pieces } = leavingOut(content, quote === '' ? escapesIn(content) : []);
  const here = { text: data, pieces: pieces.map((piece) => ({ ...piece, source: start + piece.source })) };
  return { words, here };
}

function opensAt(text: string, [first]: ShellWord['pieces']): boolean {
  return first !== undefined && text.startsWith('<<', first.source);
}

/** Where the word that ends it is not quoted, a backslash takes the meaning from what has one to the shell. */
function* escapesIn(content: string) {
  for (const { index, 0: all, 1: kept = '' } of content.matchAll(escaped)) {
    yield { from: index, to: index + all.length - kept.length };
  }
}
