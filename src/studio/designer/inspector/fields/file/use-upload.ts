import { useEffect, useRef, useState } from 'react';
import type { StoredFile } from '../../../../../contract/files.ts';
import { ApiFailure, messageOf } from '../../../../api/call.ts';
import { rememberFile } from '../../../../api/files.ts';
import { upload } from '../../../../api/upload.ts';
import { filesText as text } from '../../../../text/english/files.ts';
import { notifyDone, notifyFailure } from '../../../../ui/notify.tsx';
import { sizeText } from './file-facts.ts';

/** How an upload fares; undefined while there is none. */
export type Upload =
  | { kind: 'sending'; file: File; sent: number; cancel: () => void }
  | { kind: 'failed'; file: File; reason: string };

/**
 * Uploads one file at a time and gives it to `onDone`. An upload goes on when its field is left meanwhile; the file is then
 * among the others, and a note says so, as the field may have changed since.
 */
export function useUpload(onDone: (file: StoredFile) => void): {
  upload: Upload | undefined;
  start: (file: File) => void;
  dismiss: () => void;
} {
  const [state, setState] = useState<Upload>();
  const latest = useRef<((file: StoredFile) => void) | undefined>(onDone);
  useEffect(() => {
    latest.current = onDone;
    return () => {
      latest.current = undefined;
    };
  });

  const start = (file: File) => {
    if (state?.kind === 'sending') return;
    const control = new AbortController();
    const cancel = () => {
      control.abort();
      setState(undefined);
    };
    setState({ kind: 'sending', file, sent: 0, cancel });
    upload(file, {
      signal: control.signal,
      onProgress: (sent) => {
        if (!control.signal.aborted) setState({ kind: 'sending', file, sent, cancel });
      },
    }).then(
      (stored) => {
        rememberFile(stored);
        setState(undefined);
        if (latest.current) latest.current(stored);
        else notifyDone(text('uploadedMeanwhile', { name: stored.filename }));
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const reason = reasonOf(error);
        setState({ kind: 'failed', file, reason });
        if (!latest.current) notifyFailure(text('notUploaded', { name: file.name }), error);
      },
    );
  };
  return { upload: state, start, dismiss: () => setState(undefined) };
}

/** What is too large is told with the limit, in the language of the page. */
function reasonOf(error: unknown): string {
  const limit =
    error instanceof ApiFailure && error.code === 'TOO_LARGE' ? error.details['limit'] : undefined;
  return typeof limit === 'number' ? text('tooLarge', { size: sizeText(limit) }) : messageOf(error);
}
