import type { ComponentManifest, InspectorInput, OutPort } from '../../../../flow/manifest.ts';
import { valueRowFields } from '../../rows.ts';

/** What the verbs have in common; `index` leaves room for the body's fields between. */
export const url: InspectorInput = {
  type: 'text',
  label: 'URL',
  placeholder: 'https://api.example.com/contacts',
  index: 1,
  required: true,
};

export const headers: InspectorInput = {
  type: 'textarea',
  encoding: 'json',
  label: 'Headers',
  tooltip: 'A JSON object, for example {"Authorization": "Bearer …"}.',
  index: 20,
  group: 'advanced',
};

export const responseEncoding: InspectorInput = {
  type: 'select',
  label: 'Response encoding',
  tooltip: 'How the bytes of the answer become text. Take base64 for images and other files.',
  index: 31,
  group: 'transformation',
  defaultValue: 'utf8',
  options: ['ascii', 'utf8', 'utf16le', 'base64', 'latin1', 'binary', 'hex', 'noEncoding'],
};

export const groups = {
  advanced: { label: 'Advanced', index: 2, closed: true },
  transformation: { label: 'Transformation', index: 3, closed: true },
};

export const responsePort: OutPort = {
  name: 'response',
  options: [
    { label: 'Body', value: 'body', schema: {} },
    {
      label: 'Headers',
      value: 'headers',
      schema: {
        type: 'object',
        properties: {
          'content-type': {
            type: 'object',
            properties: { type: { type: 'string' }, parameters: { type: 'object' } },
          },
        },
      },
    },
    {
      label: 'Request',
      value: 'request',
      schema: {
        type: 'object',
        properties: { uri: { type: 'string' }, method: { type: 'string' }, headers: { type: 'object' } },
      },
    },
    { label: 'Status Code', value: 'statusCode', schema: { type: 'number', example: 200 } },
  ],
};

const bodyTypeIs = (bodyType: string) => ({ eq: { './bodyType': bodyType } });

const bodyInputs: Record<string, InspectorInput> = {
  bodyType: {
    type: 'select',
    label: 'Body type',
    index: 2,
    defaultValue: 'json',
    absentValue: 'raw',
    variables: false,
    options: [
      { label: 'JSON', value: 'json' },
      { label: 'Raw text', value: 'raw' },
      { label: 'Form data', value: 'form-data' },
      { label: 'Binary', value: 'binary' },
    ],
  },
  bodyJson: {
    type: 'textarea',
    encoding: 'json',
    label: 'JSON body',
    tooltip: 'Variables keep their type and are encoded where they stand, so the body is always valid JSON.',
    index: 3,
    when: bodyTypeIs('json'),
  },
  body: {
    type: 'textarea',
    label: 'Body',
    tooltip: 'Sent as it stands. Text that is JSON is sent as JSON.',
    index: 4,
    when: bodyTypeIs('raw'),
  },
  bodyFormData: {
    type: 'expression',
    label: 'Form data',
    index: 5,
    levels: ['ADD'],
    when: bodyTypeIs('form-data'),
    fields: valueRowFields('Name', ['text', 'number', 'date-time', 'toggle', 'filepicker']),
  },
  fileId: {
    type: 'filepicker',
    label: 'File',
    tooltip: 'Sent as it is, with its content type unless the headers name another.',
    index: 6,
    when: bodyTypeIs('binary'),
  },
  bodyBase64: {
    type: 'textarea',
    label: 'Base64 data',
    tooltip: 'The bytes to send where no file is chosen, as base64 text or as a data URI.',
    index: 7,
    when: bodyTypeIs('binary'),
  },
  bodyBase64Encode: {
    type: 'toggle',
    label: 'Encode the body as base64',
    tooltip: 'Sends the base64 text of the body instead of the body.',
    index: 30,
    group: 'transformation',
    when: bodyTypeIs('raw'),
  },
};

/** The manifest of a verb that sends a body. */
export function bodyVerb(verb: {
  component: string;
  label: string;
  description: string;
  icon: string;
}): ComponentManifest {
  return {
    name: `appmixer.utils.http.${verb.component}`,
    label: verb.label,
    author: 'Tributary',
    version: '1.0.0',
    description: verb.description,
    icon: verb.icon,
    inPorts: [
      {
        name: 'in',
        schema: {
          type: 'object',
          properties: {
            url: { type: 'string' },
            headers: { type: 'string' },
            bodyType: { type: 'string' },
            bodyJson: {},
            body: {},
            fileId: { type: 'string' },
            bodyFormData: { type: 'object' },
            bodyBase64: { type: 'string' },
            bodyBase64Encode: { type: 'boolean' },
            responseEncoding: { type: 'string' },
          },
          required: ['url'],
        },
        inspector: { inputs: { url, ...bodyInputs, headers, responseEncoding }, groups },
      },
    ],
    outPorts: [responsePort],
  };
}
