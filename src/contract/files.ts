import { z } from 'zod';
import { endpoint } from './endpoint.ts';

const tag = 'Files';

/** What is known of a file beside its content. */
export const fileSchema = z.object({
  fileId: z.string(),
  filename: z.string(),
  contentType: z.string(),
  /** Bytes. */
  length: z.number(),
  /** Bytes that are stored together. */
  chunkSize: z.number(),
  uploadDate: z.string(),
  /** Null as long as chunks are missing. */
  md5: z.string().nullable(),
  metadata: z.object({ userId: z.string() }),
});
export type StoredFile = z.infer<typeof fileSchema>;

const fileId = z.object({ fileId: z.string() });
const repeatable = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/**
 * A file may come in chunks, each in a request of its own: the first without `uploader-file-id`, the others with the id
 * that the first was answered with. Without these headers the form holds a whole file.
 */
export const uploadHeadersSchema = z.looseObject({
  'uploader-file-id': z.string().optional().describe('Of a chunk after the first: the file it belongs to.'),
  'uploader-file-name': z
    .string()
    .optional()
    .describe("The file's name, percent-encoded unless it is plain ASCII; default that of the form."),
  'uploader-chunk-number': z.coerce.number().int().min(1).optional().describe('From 1.'),
  'uploader-chunks-total': z.coerce.number().int().min(1).max(10_000).optional(),
  'uploader-file-size': z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe('Bytes of the whole file: one that is too large is refused before it is sent.'),
  'uploader-chunk-size': z.coerce.number().int().min(0).optional().describe('Bytes; checked when given.'),
});
export type UploadHeaders = z.output<typeof uploadHeadersSchema>;

export const uploadFile = endpoint({
  method: 'POST',
  path: '/files',
  tag,
  summary: 'Uploads a file, or a chunk of one.',
  headers: uploadHeadersSchema,
  multipart: z.object({ file: z.any().meta({ type: 'string', format: 'binary' }) }),
  reply: fileSchema,
});

export const listFiles = endpoint({
  method: 'GET',
  path: '/files',
  tag,
  summary: 'Files of the caller, newest first unless sorted, e.g. by filter=filename:~inv&sort=filename:1.',
  query: z.object({
    filter: repeatable.optional(),
    sort: z.string().optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  reply: z.array(fileSchema),
});

export const countFiles = endpoint({
  method: 'GET',
  path: '/files/count',
  tag,
  summary: 'How many files the same filters would list.',
  query: z.object({ filter: repeatable.optional() }),
  reply: z.object({ count: z.number() }),
});

export const readFile = endpoint({
  method: 'GET',
  path: '/files/metadata/:fileId',
  tag,
  summary: 'What is known of one file, without its content.',
  params: fileId,
  reply: fileSchema,
});

export const downloadFile = endpoint({
  method: 'GET',
  path: '/files/:fileId',
  tag,
  summary: 'The content of a file.',
  params: fileId,
  produces: 'application/octet-stream',
  reply: z.any().meta({ type: 'string', format: 'binary' }),
});

export const deleteFile = endpoint({
  method: 'DELETE',
  path: '/files/:fileId',
  tag,
  summary: 'Deletes a file. Flows that name it fail where they need it.',
  params: fileId,
  reply: z.object({ fileId: z.string() }),
});
