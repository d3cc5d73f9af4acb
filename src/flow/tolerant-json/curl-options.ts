import { part, type ShellWord } from './shell-words.ts';

/** A body that an option of curl carries. */
export type CurlBody = { word: ShellWord; option: 'data' | 'json' | 'encoded' };

const dataOptions: Readonly<Record<string, CurlBody['option']>> = {
  data: 'data',
  'data-raw': 'data',
  'data-binary': 'data',
  'data-ascii': 'data',
  'data-urlencode': 'encoded',
  json: 'json',
};

/** Letters whose option takes a value: the rest of the word, or the next word. */
const valued = new Set('AbcCDeEFhHKmoPQrtTuUwxXyYz');

/** The long ones that one meets. */
const valuedWords = new Set(
  (
    'aws-sigv4 cacert capath cert ciphers config connect-timeout connect-to cookie cookie-jar create-file-mode ' +
    'dns-servers dump-header engine form form-string header interface keepalive-time key key-type limit-rate ' +
    'local-port max-filesize max-redirs max-time noproxy oauth2-bearer output output-dir pass proto proxy ' +
    'proxy-header proxy-user pubkey range rate referer request request-target resolve retry retry-delay ' +
    'retry-max-time speed-limit speed-time stderr time-cond tls-max trace trace-ascii unix-socket upload-file ' +
    'url url-query user user-agent write-out'
  ).split(' '),
);

/** The bodies among the words of a curl command: by themselves, with `=`, or glued to their option. */
export function bodiesIn(words: readonly ShellWord[]): CurlBody[] {
  const bodies: CurlBody[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const read = word.text.startsWith('--') ? longOption(word) : shortOptions(word);
    if (!read) continue;
    const value = read.value ?? words[(at += 1)];
    if (read.option && value) bodies.push({ word: value, option: read.option });
  }
  return bodies;
}

/** An option that takes a value; without `value` that is the next word. */
type Option = { option?: CurlBody['option'] | undefined; value?: ShellWord };

function longOption(word: ShellWord): Option | undefined {
  const [name = ''] = /^[\w-]+/.exec(word.text.slice(2)) ?? [];
  const option = Object.hasOwn(dataOptions, name) ? dataOptions[name] : undefined;
  if (word.text[name.length + 2] === '=') return { option, value: part(word, name.length + 3) };
  return option || valuedWords.has(name) ? { option } : undefined;
}

/** Several letters may share a dash; the first that takes a value is the last. */
function shortOptions(word: ShellWord): Option | undefined {
  const [letters = ''] = /^-[A-Za-z#:\d]+/.exec(word.text) ?? [];
  for (let at = 1; at < letters.length; at += 1) {
    const letter = letters[at]!;
    if (letter !== 'd' && !valued.has(letter)) continue;
    const option = letter === 'd' ? ('data' as const) : undefined;
    return at + 1 < word.text.length ? { option, value: part(word, at + 1) } : { option };
  }
  return undefined;
}
