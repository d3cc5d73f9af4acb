import type { FastifyRequest } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import type { Session, Tokens } from './tokens.ts';

/**
 * Who calls, by the header `Authorization: Bearer <token>`; at once for one who called a moment ago.
 *
 * @throws ApiError UNAUTHENTICATED
 */
export function authenticate(tokens: Tokens, request: FastifyRequest): Session | Promise<Session> {
  const token = bearerOf(request);
  if (token === undefined) throw new ApiError('UNAUTHENTICATED');
  return tokens.recall(token) ?? verify(tokens, token);
}

async function verify(tokens: Tokens, token: string): Promise<Session> {
  const session = await tokens.verify(token);
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
