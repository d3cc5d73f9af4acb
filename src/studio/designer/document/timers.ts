/** Timers of the browser, or of a test. */
export type Timers = { set(task: () => void, milliseconds: number): unknown; clear(timer: unknown): void };
