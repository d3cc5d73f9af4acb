import { textForm } from '../text-form.ts';
import { choice } from './arguments.ts';
import { base64ToText, hexToText, textToBase64, textToHex } from './bytes.ts';
import { modifiersOn } from './define.ts';
import { escapedHtml, unescapedHtml } from './html.ts';
import type { Modifier } from './modifier.ts';
import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { isNothing, isUnsafeKey, objectOf, textOf } from './values.ts';

const text = modifiersOn({ category: 'encoding', accepts: ['text'], read: textOf });
const object = modifiersOn({ category: 'encoding', accepts: ['object'], read: objectOf });

/** Texts written otherwise, and back. Texts are UTF-8. */
export const encodingModifiers: Modifier[] = [
  text('g_base64Encode', {
    label: 'Base64 Encode',
    description: 'A text in Base64.',
    returns: 'string',
    example: ['Grüße', 'R3LDvMOfZQ=='],
    apply: (value) => textToBase64(value),
  }),
  text('g_base64Decode', {
    label: 'Base64 Decode',
    description: 'The text that Base64 or Base64url tells.',
    returns: 'string',
    example: ['R3LDvMOfZQ==', 'Grüße'],
    apply: (value) => base64ToText(value),
  }),
  text('g_base64UrlEncode', {
    label: 'Base64url Encode',
    description: 'A text in Base64url, as URLs and tokens hold it.',
    returns: 'string',
    example: ['Grüße?', 'R3LDvMOfZT8'],
    apply: (value) => textToBase64(value).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
  }),
  text('g_base64UrlDecode', {
    label: 'Base64url Decode',
    description: 'The text that Base64url tells.',
    returns: 'string',
    example: ['R3LDvMOfZT8', 'Grüße?'],
    apply: (value) => base64ToText(value),
  }),
  text('g_hexEncode', {
    label: 'Hex Encode',
    description: 'The bytes of a text as hexadecimal digits.',
    returns: 'string',
    example: ['Aé', '41c3a9'],
    apply: (value) => textToHex(value),
  }),
  text('g_hexDecode', {
    label: 'Hex Decode',
    description: 'The text whose bytes hexadecimal digits tell.',
    returns: 'string',
    example: ['41c3a9', 'Aé'],
    apply: (value) => hexToText(value),
  }),
  text('g_urlEncode', {
    label: 'URL Encode',
    description: 'A text as a part of a URL, or a whole URL with what may not stand in it encoded.',
    arguments: { scope: choice('What', { part: 'A part of a URL', whole: 'A whole URL' }) },
    returns: 'string',
    example: ['a&b c', 'a%26b%20c'],
    apply(value, { scope }) {
      // Halves of characters cannot be encoded.
      const whole = value.toWellFormed();
      return scope === 'part' ? encodeURIComponent(whole) : encodeURI(whole);
    },
  }),
  text('g_urlDecode', {
    label: 'URL Decode',
    description: 'The text that a part of a URL tells.',
    arguments: {
      plus: choice('A plus sign', { keep: 'is a plus sign', space: 'is a space' }, { isHash: true }),
    },
    returns: 'string',
    example: ['a%26b%20c', 'a&b c'],
    apply(value, { plus }) {
      try {
        return decodeURIComponent(plus === 'space' ? value.replaceAll('+', ' ') : value);
      } catch (error) {
        throw new MessageError(message('reason.notEncoded', { encoding: 'URL-encoded' }), { cause: error });
      }
    },
  }),
  object('g_toQueryString', {
    label: 'To Query String',
    description: 'An object as the query of a URL; a list gives its key several times.',
    returns: 'string',
    example: [{ no: 'A 1', tag: ['x', 'y'] }, 'no=A%201&tag=x&tag=y'],
    apply: (value) =>
      Object.entries(value)
        .flatMap(([key, inner]) => [inner].flat().map((one) => [key, one] as const))
        .filter(([, one]) => !isNothing(one))
        .map(([key, one]) => `${encoded(key)}=${encoded(textForm(one))}`)
        .join('&'),
  }),
  text('g_parseQueryString', {
    label: 'Parse Query String',
    description: 'The object that the query of a URL tells; a key that repeats has a list.',
    returns: 'object',
    example: ['?no=A+1&tag=x&tag=y', { no: 'A 1', tag: ['x', 'y'] }],
    apply: (value) => queryOf(value),
  }),
  text('g_htmlEscape', {
    label: 'Escape HTML',
    description: 'A text so that HTML shows it as it is.',
    returns: 'string',
    example: ['<b> & "c"', '&lt;b&gt; &amp; &quot;c&quot;'],
    apply: (value) => escapedHtml(value),
  }),
  text('g_htmlUnescape', {
    label: 'Unescape HTML',
    description:
      'A text with the usual entities of HTML, named or numbered, as the characters they stand for.',
    returns: 'string',
    example: ['&lt;b&gt; &amp; &#233;', '<b> & é'],
    apply: (value) => unescapedHtml(value),
  }),
  text('g_jsonEscape', {
    label: 'Escape for JSON',
    description: 'A text as it stands between the quotes of JSON.',
    returns: 'string',
    example: ['say "hi"\n', 'say \\"hi\\"\\n'],
    apply: (value) => JSON.stringify(value).slice(1, -1),
  }),
  text('g_xmlEscape', {
    label: 'Escape XML',
    description: 'A text so that XML holds it as it is.',
    returns: 'string',
    example: ["a < b & 'c'", 'a &lt; b &amp; &apos;c&apos;'],
    apply: (value) => escapedHtml(value).replaceAll('&#39;', '&apos;'),
  }),
];

function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

function queryOf(text: string): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text.slice(text.indexOf('?') + 1))) {
    if (isUnsafeKey(key)) continue;
    query[key] = Object.hasOwn(query, key) ? [query[key], value].flat() : value;
  }
  return query;
}
