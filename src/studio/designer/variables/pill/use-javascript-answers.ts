import { useCallback, useEffect, useMemo, useState } from 'react';
import { MessageError } from '../../../../flow/messages/message-error.ts';
import { isMessage, message, type Message } from '../../../../flow/messages/message.ts';
import { Awaited } from '../../../../flow/modifiers/awaited.ts';
import type { JavascriptCall } from '../../../../flow/modifiers/facts.ts';
import { ApiFailure } from '../../../api/call.ts';
import { tryJavascript } from '../../../api/modifiers.ts';

/** Milliseconds of rest before code that is being typed is tried. */
const restTime = 400;

type Answer = { value: unknown } | { reason: Message };

/**
 * JavaScript for a preview: answers that came from the server are at hand, all else is awaited. `ask` tells what the
 * preview waits for, and only the last one is asked for.
 */
export function useJavascriptAnswers() {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [asked, setAsked] = useState<string>();

  useEffect(() => {
    if (asked === undefined) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      void answerOf(JSON.parse(asked) as JavascriptCall, abort.signal).then((answer) => {
        if (!abort.signal.aborted) setAnswers((known) => new Map(known).set(asked, answer));
      });
    }, restTime);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);

  const javascript = useMemo(
    () =>
      (call: JavascriptCall): unknown => {
        const answer = answers.get(keyOf(call));
        if (!answer) throw new Awaited(call);
        if ('reason' in answer) throw new MessageError(answer.reason);
        return answer.value;
      },
    [answers],
  );
  const ask = useCallback((call: JavascriptCall | undefined) => setAsked(call && keyOf(call)), []);
  return { javascript, ask };
}

async function answerOf(call: JavascriptCall, signal: AbortSignal): Promise<Answer> {
  try {
    return { value: await tryJavascript(call, signal) };
  } catch (error) {
    const details = error instanceof ApiFailure ? error.details : {};
    if (details['nothing'] === true) return { value: undefined };
    if (isMessage(details['said'])) return { reason: details['said'] };
    const reason = error instanceof Error ? error.message : String(error);
    return { reason: message('modifier.other', { reason }) };
  }
}

function keyOf(call: JavascriptCall): string {
  return JSON.stringify(call);
}
