import type { Logger } from 'pino';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { CancelError } from '../connectors/component.ts';
import { ApiError, type ErrorBody, type ErrorCode, errorTable } from '../contract/errors.ts';
import {
  EventRefused,
  FlowNotFound,
  FlowNotStartable,
  NoStaticCall,
  Throttled,
  Unavailable,
  ContractViolated,
} from '../engine/errors.ts';
import { ChunkOutOfOrder } from '../store/file-chunks.ts';
import { FileTooLarge } from '../store/file-content.ts';
import { inEnglish } from '../flow/messages/message.ts';
import { isConnectionFailure } from '../store/transaction.ts';
import { presentHindrance } from './presenters/problem.ts';

/** Answers whatever a route threw in the shape of every error, and logs what nobody foresaw. */
export function createErrorHandler(logger: Logger) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const known = toApiError(error);
    // Without the URL: its query may hold what is not for logs.
    const place = { err: error, method: request.method, route: request.routeOptions.url };
    if (!known) logger.error(place, 'A request failed');
    else if (known.status >= 500) logger.warn(place, 'A request could not be served');
    sendError(reply, known ?? new ApiError('INTERNAL'));
  };
}

export function sendError(reply: FastifyReply, error: ApiError): void {
  const { retryAfter } = error.details ?? {};
  if (error.status === 429 || error.status === 503)
    void reply.header('retry-after', typeof retryAfter === 'number' ? retryAfter : 1);
  void reply
    .code(error.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(bodyOf(error)));
}

/** An error as a client gets it. */
export function bodyOf(error: ApiError): ErrorBody {
  return {
    statusCode: error.status,
    error: STATUS_CODES[error.status] ?? 'Error',
    message: error.message,
    code: error.code,
    ...(error.details ? { details: error.details } : {}),
  };
}

/** What a client is told about an error; `undefined` when it is a fault of ours. */
export function toApiError(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof FlowNotStartable) {
    return new ApiError('FLOW_NOT_STARTABLE', error.message, {
      problems: error.problems.map(presentHindrance),
    });
  }
  if (error instanceof FlowNotFound) return new ApiError('NOT_FOUND');
  if (error instanceof NoStaticCall) return new ApiError('NOT_FOUND', error.message);
  if (error instanceof CancelError) return new ApiError('BAD_REQUEST', error.message);
  if (error instanceof EventRefused) return new ApiError('BAD_REQUEST', error.message);
  if (error instanceof FileTooLarge) return new ApiError('TOO_LARGE', error.message, { limit: error.limit });
  if (error instanceof ChunkOutOfOrder) return new ApiError('CHUNK_OUT_OF_ORDER', error.message);
  if (error instanceof ContractViolated) {
    const violations = error.violations.map(({ path, said }) => ({ path, message: inEnglish(said) }));
    return new ApiError('CONTRACT_VIOLATED', error.message, { violations });
  }
  if (error instanceof Throttled) {
    return new ApiError('TOO_MANY_REQUESTS', error.message, { retryAfter: error.retryAfter });
  }
  if (error instanceof Unavailable) return new ApiError('UNAVAILABLE');
  if (!(error instanceof Error)) return undefined;
  return fromFramework(error as FastifyError) ?? fromDatabase(error);
}

const frameworkCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_JSON_BODY: 'INVALID_JSON',
};

function fromFramework(error: FastifyError): ApiError | undefined {
  const { code, statusCode } = error;
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return undefined;
  const known = frameworkCodes[code];
  if (known) return new ApiError(known);
  const sameStatus = Object.entries(errorTable).find(([, { status }]) => status === statusCode);
  return new ApiError((sameStatus?.[0] as ErrorCode | undefined) ?? 'BAD_REQUEST', error.message);
}

/**
 * Data that PostgreSQL cannot hold (class 22: U+0000 in a text, half a surrogate pair, a number out of range;
 * 54: too deep or too large) is the caller's fault. A conflict with another transaction may be tried again.
 */
function fromDatabase(error: NodeJS.ErrnoException): ApiError | undefined {
  if (isConnectionFailure(error)) return new ApiError('UNAVAILABLE');
  const code = /^[0-9A-Z]{5}$/.exec(error.code ?? '')?.[0];
  if (code === undefined) return undefined;
  if (/^(22|54)/.test(code)) {
    return new ApiError(
      'BAD_REQUEST',
      'The request holds a value that cannot be stored, such as U+0000 in a text.',
    );
  }
  return code.startsWith('40') || code.startsWith('53') ? new ApiError('UNAVAILABLE') : undefined;
}
