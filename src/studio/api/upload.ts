import type { ErrorBody } from '../../contract/errors.ts';
import { deleteFile, fileSchema, type StoredFile, uploadFile } from '../../contract/files.ts';
import { endSession, getToken } from '../session/token.ts';
import { filesText as text } from '../text/english/files.ts';
import { ApiFailure, call } from './call.ts';

/** Bytes in one request: small enough to arrive in time over a slow line. */
const chunkSize = 8 * 1024 * 1024;

/**
 * Uploads a file, in several requests when it is large. `onProgress` is told how many of its bytes have been sent. After
 * an abort, or a failure on the way, nothing of it stays on the server.
 *
 * @throws ApiFailure, or the signal's reason
 */
export async function upload(
  file: File,
  options: { signal: AbortSignal; onProgress: (sent: number) => void },
): Promise<StoredFile> {
  const { signal, onProgress } = options;
  const total = Math.max(1, Math.ceil(file.size / chunkSize));
  let stored: StoredFile | undefined;
  try {
    for (let number = 1; number <= total; number++) {
      const from = (number - 1) * chunkSize;
      const piece = file.slice(from, from + chunkSize);
      stored = await send(piece, {
        file,
        headers: {
          'uploader-file-name': encodeURIComponent(file.name.toWellFormed()),
          'uploader-file-size': String(file.size),
          'uploader-chunk-number': String(number),
          'uploader-chunks-total': String(total),
          ...(stored ? { 'uploader-file-id': stored.fileId } : {}),
        },
        signal,
        onProgress: (sent) => onProgress(Math.min(file.size, from + sent)),
      });
    }
    return stored!;
  } catch (error) {
    // What cannot be taken back now is forgotten by the server after a day.
    if (stored) await call(deleteFile, { params: { fileId: stored.fileId } }).catch(() => undefined);
    throw error;
  }
}

/** One request. `fetch` does not tell how much has been sent, so this is an XMLHttpRequest. */
function send(
  piece: Blob,
  options: {
    file: File;
    headers: Record<string, string>;
    signal: AbortSignal;
    onProgress: (sent: number) => void;
  },
): Promise<StoredFile> {
  const { file, headers, signal, onProgress } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const request = new XMLHttpRequest();
    const abort = () => {
      request.abort();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.upload.addEventListener('progress', (event) => onProgress(Math.min(event.loaded, piece.size)));
    request.addEventListener('error', () =>
      reject(new ApiFailure({ status: 0, code: 'UNREACHABLE', message: text('connectionLost') })),
    );
    request.addEventListener('load', () => {
      const answer = readAnswer(request.responseText);
      const parsed = fileSchema.safeParse(answer);
      if (request.status === 200 && parsed.success) {
        onProgress(piece.size);
        resolve(parsed.data);
        return;
      }
      if (request.status === 401) endSession('expired');
      const { code = 'INTERNAL', message, details } = (answer ?? {}) as Partial<ErrorBody>;
      reject(
        new ApiFailure({
          status: request.status,
          code,
          message: message ?? text('connectionLost'),
          details,
        }),
      );
    });
    request.open(uploadFile.method, uploadFile.path);
    request.setRequestHeader('authorization', `Bearer ${getToken() ?? ''}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    const form = new FormData();
    form.append('file', new File([piece], 'file', { type: file.type }));
    request.send(form);
  });
}

/** An answer that is no JSON (a proxy's error page) reads as undefined. */
function readAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
