/** What one call of an author's JavaScript may take. */
export const limits = {
  /** Of the processor, until it is interrupted: a busy machine takes nothing away. In milliseconds. */
  timeMs: 100,
  /** Until its thread is ended: the engine asks for interruption only between instructions, and some take long. */
  killMs: 1_000,
  /** Until a thread that begins must be ready. */
  startMs: 10_000,
  memoryBytes: 16 * 1024 * 1024,
  stackBytes: 256 * 1024,
  codeCharacters: 100_000,
  valueCharacters: 2_000_000,
  resultCharacters: 1_000_000,
  /** Calls that wait for their turn: of one user, and of all. */
  waitingOfOwner: 500,
  waiting: 5_000,
} as const;
