import type { z } from 'zod';

/**
 * One thing a client can ask for. The server registers its route from it, OpenAPI is made of it, and the
 * Studio and the SDK call by it: nobody writes a path twice.
 */
export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters, e.g. `/flows/:flowId`. */
  path: string;
  summary: string;
  tag: string;
  /** Default `user`: a valid access token. */
  auth?: 'user' | 'none';
  params?: Params;
  query?: Query;
  body?: Body;
  headers?: z.ZodType;
  /** Describes a form with files, in place of `body`: the handler reads it as it comes. */
  multipart?: z.ZodType;
  /** The answer of a success. */
  reply: Reply;
  /** The content type of an answer that is no JSON. */
  produces?: string;
  /** Default 200. */
  status?: number;
};

/** Keeps the literal types of an endpoint. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return definition;
}
