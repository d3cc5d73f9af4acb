import { randomUUID } from 'node:crypto';

/**
 * Makes UUIDs of version 7 (RFC 9562): the time in milliseconds, then random bits. Ids of different
 * milliseconds sort by time.
 */
export function createUuidV7(clock: () => Date): () => string {
  return () => {
    const time = clock().getTime().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
  };
}
