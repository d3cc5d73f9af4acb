import { inEnglish } from '../flow/messages/message.ts';
import type { Violation } from '../flow/event-contract/conformance.ts';
import type { Problem } from '../flow/problems.ts';

/** A flow was to be started that still has problems. */
export class FlowNotStartable extends Error {
  override name = 'FlowNotStartable';
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems[0] ? inEnglish(problems[0].message) : 'The flow cannot be started.');
    this.problems = problems;
  }
}

/** A test run cannot begin; the message says why. */
export class TestRefused extends Error {
  override name = 'TestRefused';
  readonly problems: Problem[];

  constructor(message: string, problems: Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** A run took so many steps that it is taken for one that never ends. */
export class TooManySteps extends Error {
  override name = 'TooManySteps';
  readonly most: number;

  constructor(most: number) {
    super(`The run took more than ${most} steps.`);
    this.most = most;
  }
}

/** The version of a flow that a run began on is not there, or is none. */
export class VersionUnreadable extends Error {
  override name = 'VersionUnreadable';

  constructor(versionId: string) {
    super(`The flow version ${versionId} cannot be read.`);
  }
}

/** There is no flow with this id. */
export class FlowNotFound extends Error {
  override name = 'FlowNotFound';

  constructor(flowId: string) {
    super(`There is no flow ${flowId}.`);
  }
}

/** The database cannot be reached. Nothing was acknowledged; the caller may try again. */
export class Unavailable extends Error {
  override name = 'Unavailable';

  constructor(cause: unknown) {
    super('The database cannot be reached.', { cause });
  }
}

/** A user sends more than the installation allows, or more than it gets done. Nothing was stored. */
export class Throttled extends Error {
  override name = 'Throttled';
  /** Seconds after which another try may do. */
  readonly retryAfter: number;

  constructor(reason: 'rate' | 'backlog', retryAfter: number) {
    super(
      reason === 'rate'
        ? 'Too many events at once. Send them more slowly, or many of them as one batch later.'
        : 'Too many runs are unfinished. Send on when some of them have ended.',
    );
    this.retryAfter = retryAfter;
  }
}

/** The database cannot hold this event (its name has a NUL, its data is nested thousands deep). */
export class EventRefused extends Error {
  override name = 'EventRefused';

  constructor(cause: unknown) {
    super(`The event cannot be stored: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** An event does not keep to a contract that rejects what does not. Nothing was stored. */
export class ContractViolated extends Error {
  override name = 'ContractViolated';
  readonly violations: Violation[];

  constructor(event: string, violations: Violation[]) {
    super(`The data does not keep to the contract of ${event}.`);
    this.violations = violations;
  }
}

/** A component has no static call, or is not installed. */
export class NoStaticCall extends Error {
  override name = 'NoStaticCall';
  readonly code = 'NOT_FOUND';

  constructor(type: string) {
    super(`${type} cannot be called without a flow.`);
  }
}

/** What a step went wrong with, as stored in the journal and sent on the `error` port. */
export type StepFailure = { message: string; code?: string; name: string };

/** Any thrown value in the journal's form. */
export function failureOf(thrown: unknown): StepFailure {
  if (!(thrown instanceof Error)) return { message: String(thrown), name: 'Error' };
  const code = (thrown as NodeJS.ErrnoException).code;
  return {
    message: thrown.message || thrown.name,
    name: thrown.name,
    ...(typeof code === 'string' ? { code } : {}),
  };
}
