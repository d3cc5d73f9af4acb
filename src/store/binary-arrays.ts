// Parameters of array type in PostgreSQL's binary format (what `array_send` gives), which the driver passes on as they
// are. As texts each item would be escaped here and unescaped there: measured with events of 600 bytes, 32 at a time,
// that is a third of the processor time of a plain insert, on both sides.

const uuidType = 2950;
const textType = 25;
const jsonType = 114;

/** Bytes of dimensions, a flag, type of the items, length and lower bound. */
const headerLength = 20;

/** @throws RangeError when one is no UUID */
export function uuidArray(ids: readonly string[]): Buffer {
  const itemLength = 4 + 16;
  const array = beginArray(uuidType, ids.length, ids.length * itemLength);
  ids.forEach((id, index) => {
    const at = headerLength + index * itemLength;
    array.writeInt32BE(16, at);
    writeUuid(array, id, at + 4);
  });
  return array;
}

const uuidLength = 36;

/** What a hexadecimal digit stands for, by the code of its character; -1 for any other one. */
const digitOf = Int8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/** Digit by digit: a third of the time of taking the dashes out and leaving the rest to `Buffer.write`. */
function writeUuid(array: Buffer, id: string, at: number): void {
  let to = at;
  for (let from = 0; from < uuidLength; from += 2) {
    if (id[from] === '-') from += 1;
    const high = digitOf[id.charCodeAt(from)] ?? -1;
    const low = digitOf[id.charCodeAt(from + 1)] ?? -1;
    if (high < 0 || low < 0) throw new RangeError('This is no UUID.');
    array[to++] = high * 16 + low;
  }
  if (to !== at + 16 || id.length !== uuidLength) throw new RangeError('This is no UUID.');
}

export function textArray(texts: readonly (string | null)[]): Buffer {
  return arrayOfTexts(textType, texts);
}

/** Of JSON texts, which PostgreSQL checks. */
export function jsonArray(texts: readonly string[]): Buffer {
  return arrayOfTexts(jsonType, texts);
}

function arrayOfTexts(type: number, texts: readonly (string | null)[]): Buffer {
  const lengths = texts.map((text) => (text === null ? -1 : Buffer.byteLength(text)));
  const array = beginArray(
    type,
    texts.length,
    lengths.reduce((sum, length) => sum + 4 + Math.max(0, length), 0),
  );
  let at = headerLength;
  texts.forEach((text, index) => {
    at = array.writeInt32BE(lengths[index]!, at);
    if (text !== null) at += array.write(text, at);
  });
  return array;
}

function beginArray(type: number, count: number, itemsLength: number): Buffer {
  const array = Buffer.allocUnsafe(headerLength + itemsLength);
  const dimensions = 1;
  const mayHoldNull = 1;
  const lowerBound = 1;
  [dimensions, mayHoldNull, type, count, lowerBound].forEach((field, index) =>
    array.writeInt32BE(field, index * 4),
  );
  return array;
}
