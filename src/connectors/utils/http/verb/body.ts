import { CancelError } from '../../../component.ts';
import type { FileEffects } from '../../../files.ts';
import { rowsOf, typeOfRow } from '../../rows.ts';
import { jsonOrText, readJson } from '../json-input.ts';
import { fileToSend } from './file-to-send.ts';

/** What a call sends; `contentType` counts when the author's headers name none. */
export type Body = { data?: unknown; contentType?: string };

type Inputs = Record<string, unknown>;

const JSON_TYPE = 'application/json';

/** One way per body type; a document without a body type means raw. */
const makers: Record<string, (inputs: Inputs, files: FileEffects) => Body | Promise<Body>> = {
  json: ({ bodyJson }) => jsonBody(bodyJson),
  raw: rawBody,
  'form-data': async ({ bodyFormData }, files) => ({ data: await formData(bodyFormData, files) }),
  binary: binaryBody,
};

/** Builds the body from the inputs of a verb. Throws CancelError when they cannot make one. */
export async function bodyOf(inputs: Inputs, files: FileEffects): Promise<Body> {
  const { bodyType } = inputs;
  const name = typeof bodyType === 'string' && bodyType !== '' ? bodyType : 'raw';
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
  if (!make) throw new CancelError(`The body type ${name} is unknown.`);
  return make(inputs, files);
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

/** A field of a form; a file is told by its id. */
export type FormEntry = { name: string; value: string; isFile: boolean };

/** The fields of a form by its rows, in order; a name may come more than once. A row without its file is left out. */
export function formEntries(expression: unknown): FormEntry[] {
  return rowsOf(expression)
    .filter((row) => typeof row.name === 'string' && row.name !== '')
    .map((row) => {
      const type = typeOfRow(row);
      const value = row[type] ?? '';
      return {
        name: String(row.name),
        value: typeof value === 'string' ? value : JSON.stringify(value),
        isFile: type === 'filepicker',
      };
    })
    .filter(({ value, isFile }) => !isFile || value !== '');
}

async function formData(expression: unknown, files: FileEffects): Promise<FormData> {
  const form = new FormData();
  for (const { name, value, isFile } of formEntries(expression)) {
    if (isFile) form.append(name, await fileToSend(files, value));
    else form.append(name, value);
  }
  return form;
}

async function binaryBody({ bodyBase64, fileId }: Inputs, files: FileEffects): Promise<Body> {
  if (fileId !== undefined && fileId !== null && fileId !== '') {
    if (typeof fileId !== 'string') throw new CancelError('File: this is not the id of a file.');
    const file = await fileToSend(files, fileId);
    return { data: file, contentType: file.type };
  }
  if (bodyBase64 === undefined || bodyBase64 === null || bodyBase64 === '') return {};
  const text = typeof bodyBase64 === 'string' ? bodyBase64.trim() : '';
  const [, type, base64] = /^(?:data:([^;,]*)(?:;[^,]*)?,)?([\w+/\s-]+={0,2})$/.exec(text) ?? [];
  if (base64 === undefined) throw new CancelError('Base64 data: the text is not base64.');
  return { data: Buffer.from(base64, 'base64'), contentType: type || 'application/octet-stream' };
}
