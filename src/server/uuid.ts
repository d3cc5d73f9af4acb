import { randomUUID } from 'node:crypto';

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
  /** The text of the time, which ids of the same millisecond share. */
  let beginning = '';
  const goTo = (moment: number) => {
    time = moment;
    counter = 0;
    const at = time.toString(16).padStart(12, '0');
    beginning = `${at.slice(0, 8)}-${at.slice(8)}-7`;
  };
  return () => {
    const now = clock().getTime();
    if (now > time) goTo(now);
    else if ((counter += 1) > 0xfff) goTo(time + 1);
    const no = counter.toString(16).padStart(3, '0');
    // Variant and random bits are those of a version 4, which takes them from a store: `randomBytes` asks the system.
    return `${beginning}${no}-${randomUUID().slice(19)}`;
  };
}
