import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import type { Session, Tokens } from './tokens.ts';

/**
 * Who calls, by the header `Authorization: Bearer <token>`.
 *
 * @throws ApiError UNAUTHENTICATED
 */
export async function authenticate(tokens: Tokens, request: FastifyRequest): Promise<Session> {
  const token = bearerOf(request);
  const session = token === undefined ? undefined : await tokens.verify(token);
  if (!session) throw new ApiError('UNAUTHENTICATED');
  return session;
}

/** Who calls an endpoint that is open to all; `undefined` for a stranger. */
export async function identify(tokens: Tokens, request: FastifyRequest): Promise<Session | undefined> {
  const token = bearerOf(request);
  return token === undefined ? undefined : tokens.verify(token);
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization?.trim() ?? '')?.[1];
}
