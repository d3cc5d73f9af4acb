import { Button, Text } from '@mantine/core';
import { useFileDialog } from '@mantine/hooks';
import { FolderOpen, Upload as UploadIcon } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { filesText as text } from '../../../../text/english/files.ts';
import type { FieldProps } from '../field-props.ts';
import { textOf } from '../text-value.ts';
import { ChosenFile } from './ChosenFile.tsx';
import { FileChoice } from './FileChoice.tsx';
import classes from './FileField.module.css';
import { UploadState } from './UploadState.tsx';
import { useUpload } from './use-upload.ts';

/** A stored file, by its id: one the user has, or one uploaded here by a button or by dropping it on the field. */
export function FileField(props: FieldProps) {
  const { id, labelId, label, describedBy, input, value, invalid, onChange } = props;
  const fileId = textOf(value).trim();
  const readOnly = input.readonly === true;
  const [over, setOver] = useState(false);
  const { upload, start, dismiss } = useUpload((file) => onChange(file.fileId));
  const box = useRef<HTMLDivElement>(null);
  const dialog = useFileDialog({
    multiple: false,
    resetOnOpen: true,
    onChange: (files) => {
      const file = files?.[0];
      if (file) start(file);
    },
  });
  const mode = upload?.kind ?? (fileId === '' ? 'empty' : 'chosen');
  const shown = useRef(mode);
  useEffect(() => {
    if (shown.current === mode) return;
    shown.current = mode;
    // The button that was pressed is gone with what it stood beside.
    if (document.activeElement === document.body) box.current?.querySelector<HTMLElement>('button')?.focus();
  }, [mode]);
  const accepts = (event: DragEvent) => !readOnly && event.dataTransfer.types.includes('Files');
  const drop = (event: DragEvent) => {
    if (!accepts(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) start(file);
  };

  return (
    <div
      ref={box}
      id={id}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      className={classes['box']}
      data-empty={fileId === '' || undefined}
      data-over={over || undefined}
      data-invalid={invalid || undefined}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {upload ? (
        <UploadState upload={upload} onRetry={() => start(upload.file)} onDismiss={dismiss} />
      ) : fileId !== '' ? (
        <ChosenFile
          fileId={fileId}
          label={label}
          readOnly={readOnly}
          onChoose={(file) => onChange(file.fileId)}
          onClear={() => onChange(undefined)}
        />
      ) : (
        !readOnly && (
          <>
            <Text size="xs" c="dimmed">
              {text('drop')}
            </Text>
            <div className={classes['actions']}>
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<UploadIcon size={14} aria-hidden />}
                aria-label={text('uploadFor', { label })}
                onClick={() => dialog.open()}
              >
                {text('upload')}
              </Button>
              <FileChoice chosen="" onChoose={(file) => onChange(file.fileId)}>
                {(open, expanded) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    leftSection={<FolderOpen size={14} aria-hidden />}
                    aria-label={text('chooseFor', { label })}
                    aria-haspopup="listbox"
                    aria-expanded={expanded}
                    onClick={open}
                  >
                    {text('choose')}
                  </Button>
                )}
              </FileChoice>
            </div>
          </>
        )
      )}
    </div>
  );
}
