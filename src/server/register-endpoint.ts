import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { ApiError, errorBodySchema } from '../contract/errors.ts';
import { authenticate } from './auth/authenticate.ts';
import type { Session } from './auth/tokens.ts';
import type { Services } from './services.ts';

/** What a handler is called with: checked and converted by the endpoint's schemas. */
export type OpenCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  request: FastifyRequest;
  reply: FastifyReply;
};

export type Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = OpenCall<P, Q, B> & Session;

type Handler<C, R extends z.ZodType> = (call: C) => Promise<z.output<R>> | z.output<R>;
type Options = { /** Bytes; default 1 MiB. */ bodyLimit?: number };

declare module 'fastify' {
  interface FastifyRequest {
    session?: Session;
  }
}

/** Registers an endpoint that needs an access token: authenticate, validate, then the handler. */
export function registerEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: FastifyInstance,
  services: Services,
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handler<Call<P, Q, B>, R>,
  options: Options = {},
): void {
  if (endpoint.auth === 'none')
    throw new Error(`${endpoint.path} is open: registerOpenEndpoint registers it.`);
  app.route({
    ...routeOf(endpoint, options),
    // Before the body is read: a stranger cannot make us parse anything.
    onRequest: (request, _reply, done) => {
      const session = authenticate(services.tokens, request);
      const goOn = (known: Session) => {
        request.session = known;
        done();
      };
      // At once where it can be: behind a promise the body would come too early, and wait in a buffer of its stream.
      if (session instanceof Promise) session.then(goOn, done);
      else goOn(session);
    },
    handler: (request, reply) => {
      const { session } = request;
      if (!session) throw new ApiError('UNAUTHENTICATED');
      return handle({ ...callOf<P, Q, B>(request, reply), ...session });
    },
  });
}

/** Registers an endpoint that anybody may call. */
export function registerOpenEndpoint<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  app: FastifyInstance,
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handler<OpenCall<P, Q, B>, R>,
  options: Options = {},
): void {
  if (endpoint.auth !== 'none')
    throw new Error(`${endpoint.path} needs a token: registerEndpoint registers it.`);
  app.route({
    ...routeOf(endpoint, options),
    handler: (request, reply) => handle(callOf<P, Q, B>(request, reply)),
  });
}

function routeOf(endpoint: Endpoint, options: Options) {
  const { method, path, params, query, body, headers, multipart, reply, produces } = endpoint;
  const { status = 200, tag, summary, auth } = endpoint;
  return {
    method,
    url: path,
    ...options,
    ...(multipart ? { validatorCompiler: exceptForms } : {}),
    schema: {
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(headers ? { headers } : {}),
      ...(body && method !== 'GET' ? { body } : {}),
      ...(multipart ? { body: multipart, consumes: ['multipart/form-data'] } : {}),
      ...(produces ? { produces: [produces] } : {}),
      response: { [status]: reply, default: errorBodySchema },
      tags: [tag],
      summary,
      security: auth === 'none' ? [] : [{ accessToken: [] }],
    },
  };
}

function callOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
): OpenCall<P, Q, B> {
  return {
    params: request.params as z.output<P>,
    query: request.query as z.output<Q>,
    body: request.body as z.output<B>,
    request,
    reply,
  };
}

const parts: Record<string, string> = {
  querystring: 'query',
  params: 'params',
  body: 'body',
  headers: 'headers',
};

/** Checks a part of the request; the message names the place, e.g. `body.sharedWith.0.permissions`. */
export function validatorCompiler({ schema, httpPart }: { schema: unknown; httpPart?: string }) {
  return (data: unknown) => {
    // The framework gives null for a body that is not there.
    const given = httpPart === 'body' && data === null ? undefined : data;
    const result = (schema as z.ZodType).safeParse(given);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    const part = parts[httpPart ?? ''] ?? 'request';
    const path = [part, ...(issue?.path ?? []).map(String)].join('.');
    return { error: new ApiError('BAD_REQUEST', `${path}: ${issue?.message ?? 'malformed'}`, { path }) };
  };
}

/** A form with files is not read yet when the rest of its request is checked. */
function exceptForms(part: { schema: unknown; httpPart?: string }) {
  return part.httpPart === 'body' ? () => true : validatorCompiler(part);
}

/** Replies are typed by the contract and held to it by the tests; checking each one again would cost time. */
export function serializerCompiler() {
  return (value: unknown) => JSON.stringify(value);
}
