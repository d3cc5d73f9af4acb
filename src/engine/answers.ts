import { answerChannel, readResponse } from '../store/run-answers.ts';
import type { EngineSettings } from './settings.ts';
import { createSubscription } from './subscription.ts';

export type Answer = { statusCode: number; headers: Record<string, string>; body: unknown };

export type Answers = {
  /** Resolves with the run's answer; undefined when it ends without one, or the time is up. */
  waitFor(runId: string): Promise<Answer | undefined>;
  /** Must be called before the run is stored whose answer is waited for: makes sure none is missed. */
  listen(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Brings the answer of a run, which any process may be at work on, to the call that waits here.
 * One connection listens from the first such call on; when it breaks, the next call opens another and the
 * waiting ones are looked up.
 */
export function createAnswers(settings: EngineSettings): Answers {
  const { database, logger, responseTimeoutMs } = settings;
  const waiting = new Map<string, (answer: Answer | undefined) => void>();

  const look = async (runId: string): Promise<void> => {
    const settle = waiting.get(runId);
    if (!settle) return;
    try {
      const found = await readResponse(database.pool, runId);
      if (!found || found.response || found.ended)
        settle((found?.response ?? undefined) as Answer | undefined);
    } catch (error) {
      logger.warn({ err: error, runId }, 'The answer of a run could not be read');
    }
  };

  const subscription = createSubscription(settings, {
    channel: answerChannel,
    onTold: (runId) => void look(runId),
    onListening: () => {
      for (const runId of waiting.keys()) void look(runId);
    },
    isNeeded: () => waiting.size > 0,
  });

  return {
    listen: () => subscription.listen(),
    async waitFor(runId) {
      const answer = new Promise<Answer | undefined>((resolve) => {
        const timer = setTimeout(() => settle(undefined), responseTimeoutMs);
        const settle = (value: Answer | undefined) => {
          clearTimeout(timer);
          waiting.delete(runId);
          resolve(value);
        };
        waiting.set(runId, settle);
      });
      // It may have been given between the commit and now.
      await look(runId);
      return answer;
    },
    async stop() {
      for (const settle of waiting.values()) settle(undefined);
      await subscription.stop();
    },
  };
}
