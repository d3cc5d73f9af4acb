import { CancelError } from '../../../component.ts';
import { rowsOf, typeOfRow } from '../../rows.ts';
import { jsonOrText, readJson } from '../json-input.ts';

/** What a call sends; `contentType` counts when the author's headers name none. */
export type Body = { data?: unknown; contentType?: string };

type Inputs = Record<string, unknown>;

const JSON_TYPE = 'application/json';

/** One way per body type; a document without a body type means raw. */
const makers: Record<string, (inputs: Inputs) => Body> = {
  json: ({ bodyJson }) => jsonBody(bodyJson),
  raw: rawBody,
  'form-data': ({ bodyFormData }) => ({ data: formData(bodyFormData) }),
  binary: binaryBody,
};

/** Builds the body from the inputs of a verb. Throws CancelError when they cannot make one. */
export function bodyOf(inputs: Inputs): Body {
  const { bodyType } = inputs;
  const name = typeof bodyType === 'string' && bodyType !== '' ? bodyType : 'raw';
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (!make) throw new CancelError(`The body type ${name} is unknown.`);
  return make(inputs);
}

/** A text is sent as the author wrote it, which keeps long numbers exact. */
function jsonBody(value: unknown): Body {
  const parsed = readJson('JSON body', value);
  if (parsed === undefined) return {};
  return { data: typeof value === 'string' ? value : JSON.stringify(value), contentType: JSON_TYPE };
}

function rawBody({ body, bodyBase64Encode }: Inputs): Body {
  if (body === undefined || body === null || body === '') return {};
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (bodyBase64Encode === true || bodyBase64Encode === 'true') {
    return { data: Buffer.from(text).toString('base64'), contentType: 'text/plain' };
  }
  const isJson = typeof body !== 'string' || jsonOrText(body) !== body;
  return { data: text, contentType: isJson ? JSON_TYPE : 'text/plain; charset=utf-8' };
}

/** The fields of a form by its rows, in order; a name may come more than once. */
export function formEntries(expression: unknown): [string, string][] {
  return rowsOf(expression)
    .filter((row) => typeof row.name === 'string' && row.name !== '')
    .map((row) => {
      const type = typeOfRow(row);
      if (type === 'filepicker') throw noFiles(`The form field ${String(row.name)}`);
      const value = row[type] ?? '';
      return [String(row.name), typeof value === 'string' ? value : JSON.stringify(value)];
    });
}

function formData(expression: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of formEntries(expression)) form.append(name, value);
  return form;
}

function binaryBody({ bodyBase64, fileId }: Inputs): Body {
  if (fileId !== undefined && fileId !== null && fileId !== '') throw noFiles('The body');
  if (bodyBase64 === undefined || bodyBase64 === null || bodyBase64 === '') return {};
  const text = typeof bodyBase64 === 'string' ? bodyBase64.trim() : '';
  const [, type, base64] = /^(?:data:([^;,]*)(?:;[^,]*)?,)?([\w+/\s-]+={0,2})$/.exec(text) ?? [];
  if (base64 === undefined) throw new CancelError('Base64 data: the text is not base64.');
  return { data: Buffer.from(base64, 'base64'), contentType: type || 'application/octet-stream' };
}

function noFiles(what: string): CancelError {
  return new CancelError(
    `${what} names a stored file, and this installation stores none. Send base64 data instead.`,
  );
}
