import { randomBytes } from 'node:crypto';

const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The database refuses any other text where it expects an id. */
export function isUuid(text: string): boolean {
  return pattern.test(text);
}

/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of time in milliseconds, a counter of 12 bits within the
 * millisecond, 62 random bits. Those of one process sort in the order they were made.
 */
export function createUuidV7(clock: () => Date): () => string {
  let time = 0;
  let counter = 0;
  return () => {
    const now = clock().getTime();
    if (now > time) {
      time = now;
      counter = 0;
    } else if ((counter += 1) > 0xfff) {
      time += 1;
      counter = 0;
    }
    const bytes = randomBytes(16);
    bytes.writeUIntBE(time, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}
