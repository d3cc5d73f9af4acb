import { own } from '../../flow/record.ts';
import { ownText } from '../text/area.ts';
import { apiText as text } from '../text/english/api.ts';
import { errorsEnglish } from '../text/english/errors.ts';

/** What went wrong with a call, for code (`status`, `code`) and for people (`message`). */
export class ApiFailure extends Error {
  override name = 'ApiFailure';
  /** The HTTP status; 0 when the server was not reached. */
  readonly status: number;
  /** A code of the contract's error table, or `UNREACHABLE`. */
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(options: {
    status: number;
    code: string;
    message: string;
    details?: Record<string, unknown> | undefined;
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.status = options.status;
    this.code = options.code;
    this.details = options.details ?? {};
  }
}

/** May the same call succeed later? It was not reached, timed out, one of too many, or met the server's own trouble. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiFailure)) return false;
  const { status } = error;
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

/** A sentence to show for any thrown value, in the page's language unless the server gave one of its own. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiFailure) {
    const usual = own<string>(errorsEnglish, error.code);
    return (error.message === usual && ownText('errors', error.code)) || error.message;
  }
  return error instanceof Error ? error.message : text('unknown');
}
