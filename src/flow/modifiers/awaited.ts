import type { JavascriptCall } from './facts.ts';

/**
 * Thrown where a value has to be waited for. Modifiers work at once, JavaScript elsewhere does not: whoever resolves
 * catches this, waits for the call, and resolves again with its outcome at hand (`replay.ts`).
 */
export class Awaited extends Error {
  override name = 'Awaited';
  readonly call: JavascriptCall;

  constructor(call: JavascriptCall) {
    super('The result of JavaScript is not there yet.');
    this.call = call;
  }
}
