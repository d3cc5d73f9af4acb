import type { ErrorBody } from '../contract/errors.ts';

/** What the server answered; `data` is an `ErrorBody` unless something in between answered. */
export type FailureResponse = {
  status: number;
  statusText: string;
  headers: Record<string, string>;
  data: unknown;
};

/** How every call fails: with `response` when the server answered, with `cause` when it was not reached. */
export class AppmixerError extends Error {
  override name = 'AppmixerError';
  readonly response: FailureResponse | undefined;

  constructor(message: string, options: { response?: FailureResponse; cause?: unknown }) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.response = options.response;
  }
}

/** The server's own message, which is written for people, else the status. */
export function failureOf(response: FailureResponse): AppmixerError {
  const { message } = (response.data ?? {}) as Partial<ErrorBody>;
  return new AppmixerError(message ?? `Request failed with status code ${response.status}`, { response });
}
