import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ApiError } from '../contract/errors.ts';
import { assertNoPrototypes, parseJsonBody } from './json-body.ts';

const json = /^application\/(.+\+)?json\b/i;

/** How a parser of texts is given to Fastify: one that answers at once spares each request the wait for a promise. */
const parsing =
  (parse: (text: string) => unknown) =>
  (_request: FastifyRequest, text: string, done: (error: Error | null, body?: unknown) => void) =>
    done(null, parse(text));

const isEmpty = (text: string) => text.trim() === '';

/** Bodies of the API: JSON, or none whatever the content type says. */
export function useApiBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    json,
    { parseAs: 'string' },
    parsing((text) => {
      if (isEmpty(text)) return undefined;
      const value = parseJsonBody(text);
      assertNoPrototypes(text, value);
      return value;
    }),
  );
  app.addContentTypeParser(
    '*',
    { parseAs: 'string' },
    parsing((text) => {
      if (isEmpty(text)) return undefined;
      throw new ApiError('UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON (content-type: application/json).');
    }),
  );
}

/** Forms with one file, which the handler reads as it comes. How large it may be is for the handler to say. */
export async function useForms(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers();
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { files: 1, fields: 20, fieldSize: 10_000, fileSize: Infinity },
  });
}

/** An event's data is JSON whatever the content type says: `curl -d` calls it a form. No body is no data. */
export function useEventBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  // The usual type has an entry of its own: for any other one Fastify takes the header apart each time, which is a
  // thirtieth of what an event costs here.
  app.addContentTypeParser(['application/json', '*'], { parseAs: 'string' }, parsing(dataOf));
}

/** What others post to a webhook: JSON and forms as values, the rest as text. */
export function useWebhookBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(json, { parseAs: 'string' }, parsing(dataOf));
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, parsing(formValues));
  app.addContentTypeParser(
    '*',
    { parseAs: 'string' },
    parsing((text) => text),
  );
}

function dataOf(text: string): unknown {
  return isEmpty(text) ? null : parseJsonBody(text);
}

/** A repeated name gives a list. */
function formValues(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
