/** A word of a command line: what it means, and where its pieces stand in the command. */
export type ShellWord = {
  text: string;
  pieces: { at: number; source: number }[];
  /** Behind it another command begins. */
  ends?: true;
};

const whiteSpace = /[ \t\n\r]/;
/** In addresses these stand without quotes, too, though the shell would not have it. */
const operator = /\|[|&]?|(?:;|&&?)(?=\s|$)/y;
const dollarEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  e: '\u001B',
  '0': '\0',
};

/**
 * Splits a command at white space as a POSIX shell does, with `'…'`, `"…"`, `$'…'`, comments and lines that go on behind a
 * backslash. Nothing is expanded. A quote that is not closed ends with the text.
 */
export function shellWords(command: string): ShellWord[] {
  const words: ShellWord[] = [];
  let parts: string[] | undefined;
  let pieces: ShellWord['pieces'] = [];
  let length = 0;
  let at = 0;

  const add = (text: string, source: number) => {
    parts ??= [];
    if (text === '') return;
    pieces.push({ at: length, source });
    parts.push(text);
    length += text.length;
  };
  const end = () => {
    if (parts) words.push({ text: parts.join(''), pieces });
    parts = undefined;
    pieces = [];
    length = 0;
  };

  while (at < command.length) {
    const character = command[at]!;
    if (whiteSpace.test(character)) {
      end();
      at += 1;
    } else if (character === '#' && !parts) {
      const lineEnd = command.indexOf('\n', at);
      at = lineEnd === -1 ? command.length : lineEnd;
    } else if (operatorAt(command, at) > 0) {
      end();
      const length = operatorAt(command, at);
      words.push({ text: command.slice(at, at + length), pieces: [{ at: 0, source: at }], ends: true });
      at += length;
    } else if (character === '\\') {
      // Windows' line ends are two characters.
      const lineEnd = /^\r?\n/.exec(command.slice(at + 1, at + 3))?.[0];
      if (lineEnd === undefined) add(command[at + 1] ?? '', at + 1);
      at += 1 + (lineEnd?.length ?? 1);
    } else if (character === "'" || character === '"') {
      at = readQuoted(command, at + 1, character, add);
    } else if (command.startsWith("$'", at)) {
      at = readQuoted(command, at + 2, "$'", add);
    } else {
      const from = at;
      at += 1;
      while (at < command.length && !/[ \t\n\r\\'"$|;&]/.test(command[at]!)) at += 1;
      add(command.slice(from, at), from);
    }
  }
  end();
  return words;
}

/** Characters of the operator here that ends a command; 0 where none stands. */
function operatorAt(command: string, at: number): number {
  operator.lastIndex = at;
  return operator.exec(command)?.[0].length ?? 0;
}

/** A word from its nth character on. */
export function part({ text, pieces }: ShellWord, from: number): ShellWord {
  const moved = pieces.map(({ at, source }) => ({ at: at - from, source }));
  return { text: text.slice(from), pieces: moved };
}

/** A text that leaves out of another one what stands between these places. */
export function leavingOut(text: string, gaps: Iterable<{ from: number; to: number }>): ShellWord {
  const parts: string[] = [];
  const pieces: ShellWord['pieces'] = [];
  let [length, source] = [0, 0];
  const keep = (to: number) => {
    pieces.push({ at: length, source });
    parts.push(text.slice(source, to));
    length += to - source;
  };
  for (const { from, to } of gaps) {
    keep(from);
    source = to;
  }
  keep(text.length);
  return { text: parts.join(''), pieces };
}

/**
 * Browsers copy a command for Windows' prompt with a caret before whatever means something there, quotes among it. Gives the
 * command without them; any other as it is.
 */
export function withoutCarets(command: string): ShellWord {
  return leavingOut(command, /\s\^"/.test(command) ? caretsIn(command) : []);
}

function* caretsIn(command: string) {
  for (const { index, 0: caret, 1: meant } of command.matchAll(/\^(?:\r?\n|([^]))/g)) {
    yield { from: index, to: index + (meant === undefined ? caret.length : 1) };
  }
}

/** Gives where the quote ends. */
function readQuoted(
  command: string,
  start: number,
  quote: "'" | '"' | "$'",
  add: (text: string, source: number) => void,
): number {
  const closer = quote === '"' ? '"' : "'";
  let from = start;
  let at = start;
  add('', start);
  while (at < command.length && command[at] !== closer) {
    if (command[at] !== '\\' || quote === "'") {
      at += 1;
      continue;
    }
    add(command.slice(from, at), from);
    const { text, length } = quote === '"' ? escapeInDouble(command, at) : escapeInDollar(command, at);
    add(text, at);
    at += length;
    from = at;
  }
  add(command.slice(from, at), from);
  return at + 1;
}

function escapeInDouble(command: string, at: number): { text: string; length: number } {
  const next = command[at + 1] ?? '';
  if (next === '\n') return { text: '', length: 2 };
  return '$`"\\'.includes(next) ? { text: next, length: 2 } : { text: `\\${next}`, length: 2 };
}

function escapeInDollar(command: string, at: number): { text: string; length: number } {
  const hex = /^(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8}))/.exec(
    command.slice(at + 1, at + 10),
  );
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? hex?.[3] ?? '', 16);
  if (hex && code <= 0x10_ff_ff) return { text: String.fromCodePoint(code), length: 1 + hex[0].length };
  const next = command[at + 1] ?? '';
  const known = dollarEscapes[next] ?? ('\\\'"?'.includes(next) ? next : `\\${next}`);
  return { text: known, length: 2 };
}

/** Where a character of a word stands in the command. */
export function sourceOf({ pieces }: ShellWord, offset: number): number {
  let [low, high] = [0, pieces.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle;
  }
  const piece = pieces[low];
  return piece ? piece.source + offset - piece.at : 0;
}
