import { z } from 'zod';

/** Every error a client can meet, by stable code. A message given at the throw replaces the default one. */
export const errorTable = {
  BAD_REQUEST: { status: 400, message: 'The request is malformed.' },
  INVALID_JSON: { status: 400, message: 'The body is not valid JSON.' },
  INVALID_DESCRIPTOR: { status: 400, message: 'The flow descriptor is malformed.' },
  INVALID_EVENT_NAME: { status: 400, message: 'The event name must have 1 to 200 characters.' },
  FLOW_NOT_STARTABLE: { status: 400, message: 'The flow cannot start.' },
  UNAUTHENTICATED: { status: 401, message: 'Missing or invalid access token.' },
  BAD_CREDENTIALS: { status: 403, message: 'Wrong username or password.' },
  FORBIDDEN: { status: 403, message: 'Not allowed.' },
  NOT_FOUND: { status: 404, message: 'Not found.' },
  CONFLICT: { status: 409, message: 'It was changed elsewhere in the meantime.' },
  FLOW_RUNNING: {
    status: 409,
    message: 'The flow is running. Stop it first, or update with forceUpdate=true.',
  },
  FLOW_STOPPED: { status: 409, message: 'The flow is stopped. Start it first.' },
  EVENT_GONE: { status: 409, message: 'The event, or the trigger that it started, is no longer there.' },
  USERNAME_TAKEN: { status: 409, message: 'This username is taken.' },
  CHUNK_OUT_OF_ORDER: { status: 409, message: 'This is not the next chunk of the file.' },
  TOO_LARGE: { status: 413, message: 'The body is too large.' },
  CONTRACT_VIOLATED: { status: 422, message: 'The data does not keep to the contract of this event.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, message: 'The content type is not supported.' },
  TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests. Try again later.' },
  INTERNAL: { status: 500, message: 'Something went wrong on our side.' },
  UNAVAILABLE: { status: 503, message: 'Temporarily unavailable. Try again.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorTable;

/**
 * The body of every error answer; `details` e.g. `{ path: 'a1.source' }` or `{ line: 3, column: 7 }`. With
 * `FLOW_NOT_STARTABLE` it is `{ problems }`, each with `componentId`, `kind`, `place`, the English `message` and the same
 * as data, `said` (`message.ts`).
 */
export const errorBodySchema = z.object({
  statusCode: z.number(),
  error: z.string(),
  message: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** The one error class that a use case throws on purpose. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message?: string, details?: Record<string, unknown>) {
    super(message ?? errorTable[code].message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}
