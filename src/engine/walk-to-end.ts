import { type Message, message } from '../flow/messages/message.ts';
import { isConnectionFailure, isDeletedMeanwhile } from '../store/transaction.ts';
import { failureOf, TooManySteps } from './errors.ts';
import type { GiveUp } from './give-up.ts';
import type { EngineSettings } from './settings.ts';
import { walk, type WalkEnd } from './walk.ts';

/** Walks a run; one whose results cannot be stored, or which has no end, is given up as failed. */
export async function walkToEnd(
  settings: EngineSettings,
  { giveUp, ...options }: Parameters<typeof walk>[1] & { giveUp: GiveUp },
): Promise<WalkEnd> {
  const { run } = options;
  try {
    return await walk(settings, options);
  } catch (error) {
    if (isConnectionFailure(error)) throw error;
    // Its flow was deleted, and the run with it.
    if (isDeletedMeanwhile(error)) return 'cancelled';
    // Trying again would do its steps again and fail at the same place.
    settings.logger.error({ err: error, runId: run.id }, 'A run cannot be gone on with');
    await giveUp(run.id, reasonOf(error));
    return 'ended';
  }
}

function reasonOf(error: unknown): Message {
  return error instanceof TooManySteps
    ? message('run.givenUp.tooManySteps', { count: error.most })
    : message('run.givenUp.stuck', { reason: failureOf(error).message });
}
