import type { Pattern } from './pattern.ts';

/** JavaScript that somebody wrote, and the values it is called with. */
export type JavascriptCall = {
  /** `code`: an expression, a function, or a body with `return`, which knows the first value as `value`. */
  kind: 'code' | 'function';
  text: string;
  values: unknown[];
};

/** The facts and effects that modifiers may use. */
export type ModifierFacts = {
  now(): Date;
  uuid(): string;
  /** In [0, 1). */
  random(): number;
  flowId: string;
  flowName: string;
  userId: string;
  /** The URL of the component whose inputs are resolved. */
  webhookUrl: string;
  customFields: Record<string, unknown>;
  /**
   * Compiles a pattern for an engine that takes time linear in the text, whatever the pattern.
   * @throws MessageError for a pattern or flag that is none.
   */
  pattern(source: string, flags: string): Pattern;
  /**
   * Runs JavaScript where it can reach nothing and is cut off. Throws `Awaited` as long as the result is not there yet
   * (`awaited.ts`).
   */
  javascript(call: JavascriptCall): unknown;
};
