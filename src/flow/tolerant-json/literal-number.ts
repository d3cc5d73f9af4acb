import { message, type Message } from '../messages/message.ts';
import { countChange } from './changes.ts';
import { endOf, type Reader, Unreadable } from './reader.ts';

const strict = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** All that could belong to a number, so that none ends in the middle. */
const like = /[+-]?[\w.]*(?:(?<=[eE])[+-]\w*)?/y;
const radix = /^0(?:[xX][\dA-Fa-f]+|[oO][0-7]+|[bB][01]+)$/;
const loose = /^(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/;

/** A sign that stands apart from its digits. */
const sign = /[-+]\s+(?=[\d.])/y;

/** Reads a number as JavaScript or Python write it and gives it as JSON does, with every digit. */
export function readNumber(reader: Reader): string {
  const { text, at, changes } = reader;
  const digits = endOf(sign, text, at);
  if (digits !== undefined) {
    countChange(changes, 'numbers');
    reader.at = digits;
    return `${text[at] === '-' ? '-' : ''}${readNumber(reader)}`;
  }
  strict.lastIndex = at;
  const exact = strict.exec(text)?.[0] ?? '';
  like.lastIndex = at;
  const seen = like.exec(text)?.[0] ?? '';
  if (exact === seen) {
    reader.at += exact.length;
    if (exact.length > mostSafe || /e/i.test(exact)) noteLoss(reader, exact);
    return exact;
  }
  const negative = seen.startsWith('-') ? '-' : '';
  const body = seen.replace(/^[+-]/, '');
  const isNone = body === 'Infinity' || body === 'NaN';
  const written = isNone ? 'null' : written10(body);
  if (written === undefined) throw new Unreadable(at, reasonOf(seen, body));
  countChange(changes, isNone ? 'notNumbers' : 'numbers');
  reader.at += seen.length;
  if (!isNone && written.length > mostSafe) noteLoss(reader, negative + written);
  return isNone ? written : negative + written;
}

/** Shorter numbers keep all their digits. */
const mostSafe = 15;
const mostShown = 40;

/** Numbers are kept as JavaScript and most others hold them: 64 bits. */
function noteLoss(reader: Reader, number: string): void {
  const held = Number(number);
  const shown = number.length > mostShown ? `${number.slice(0, mostShown)}…` : number;
  if (!Number.isFinite(held)) reader.tooLarge ??= shown;
  else if (/^-?\d+$/.test(number) && BigInt(held) !== BigInt(number)) {
    reader.inexact ??= { number: shown, kept: BigInt(held).toString() };
  }
}

/** Digits without sign in the decimal system; undefined for what is no number. */
function written10(body: string): string | undefined {
  const digits = body.replaceAll(/(?<=[\dA-Fa-f])_(?=[\dA-Fa-f])/g, '').replace(/(?<=\d)n$/, '');
  if (radix.test(digits)) return BigInt(digits).toString();
  const [, whole, fraction, exponent = ''] = loose.exec(digits) ?? [];
  if (whole === undefined || (whole === '' && !fraction) || /^0\d/.test(whole)) return undefined;
  return `${whole || '0'}${fraction ? `.${fraction}` : ''}${exponent}`;
}

function reasonOf(seen: string, body: string): Message {
  if (/^0\d/.test(body)) return message('json.leadingZero');
  if (body === '') return message('json.digitAfterMinus');
  return message('json.notANumber', { word: seen.length > 30 ? `${seen.slice(0, 30)}…` : seen });
}
