import { MessageError } from '../../flow/messages/message-error.ts';
import { message, type Message } from '../../flow/messages/message.ts';
import type { JavascriptCall } from '../../flow/modifiers/facts.ts';
import { parseJson } from '../../flow/modifiers/values.ts';
import { createIsolate } from './isolate.ts';
import { limits } from './limits.ts';
import type { SandboxOutcome } from './sandbox.ts';

export type Javascript = {
  /**
   * Runs JavaScript that somebody wrote, apart from everything. Users take turns; `owner` is the id of the one it runs for.
   *
   * @throws MessageError with what it threw, or which limit it met; NotNow when it could not be run
   */
  evaluate: (call: JavascriptCall, owner?: string) => Promise<unknown>;
  stop: () => Promise<void>;
};

/** Nothing is loaded before the first call. */
export function createJavascript(): Javascript {
  const isolate = createIsolate();
  return {
    async evaluate({ kind, text, values }, owner = '') {
      if (text.length > limits.codeCharacters) {
        throw new MessageError(message('reason.codeTooLong', { most: limits.codeCharacters }));
      }
      const json = JSON.stringify(values.map((value) => (value === undefined ? [] : [value])));
      if (json.length > limits.valueCharacters) {
        throw new MessageError(message('reason.valueTooLong', { most: limits.valueCharacters }));
      }
      const outcome = await isolate.run({ kind, text, values: json }, owner);
      if ('failure' in outcome) throw new MessageError(reasonOf(outcome));
      return outcome.result === undefined ? undefined : parseJson(outcome.result);
    },
    stop: () => isolate.stop(),
  };
}

function reasonOf(outcome: Exclude<SandboxOutcome, { result: unknown }>): Message {
  switch (outcome.failure) {
    case 'thrown':
      return message('modifier.other', { reason: outcome.reason });
    case 'time':
      return message('reason.codeTime', { most: limits.timeMs });
    case 'memory':
      return message('reason.codeMemory', { most: limits.memoryBytes / 1024 / 1024 });
    case 'stack':
      return message('reason.codeStack');
    case 'size':
      return message('reason.resultTooLong', { most: limits.resultCharacters });
    case 'promise':
      return message('reason.codePromise');
    default:
      return message('reason.codeNotFunction');
  }
}
