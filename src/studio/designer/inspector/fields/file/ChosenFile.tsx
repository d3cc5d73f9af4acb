import { ActionIcon, Button, Text } from '@mantine/core';
import { File as FileIcon, FileWarning, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StoredFile } from '../../../../../contract/files.ts';
import { messageOf } from '../../../../api/call.ts';
import { useFile } from '../../../../api/files.ts';
import { filesText as text } from '../../../../text/english/files.ts';
import { FileChoice } from './FileChoice.tsx';
import classes from './FileField.module.css';
import { factsOf } from './file-facts.ts';

/** The file that a field names, by its name and size. */
export function ChosenFile(props: {
  fileId: string;
  label: string;
  readOnly: boolean;
  onChoose: (file: StoredFile) => void;
  onClear: () => void;
}): ReactElement {
  const { fileId, label } = props;
  const { data: file, error } = useFile(fileId);
  const Icon = file === null ? FileWarning : FileIcon;
  return (
    <div className={classes['chosen']}>
      <Icon size={18} aria-hidden color={file === null ? 'var(--mantine-color-error)' : 'currentColor'} />
      <div role="status">
        <Text size="sm" className={classes['name'] ?? ''} title={file?.filename ?? fileId}>
          {file?.filename ?? fileId}
        </Text>
        <Text size="xs" c={file === null || error ? 'var(--mantine-color-error)' : 'dimmed'}>
          {error
            ? text('unreadable', { reason: messageOf(error) })
            : file === null
              ? text('missing')
              : file
                ? factsOf(file, 'day')
                : '…'}
        </Text>
      </div>
      {!props.readOnly && (
        <div className={classes['end']}>
          <FileChoice chosen={fileId} onChoose={props.onChoose}>
            {(open, expanded) => (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={text('replaceFor', { label })}
                aria-haspopup="listbox"
                aria-expanded={expanded}
                onClick={open}
              >
                {text('replace')}
              </Button>
            )}
          </FileChoice>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={text('clearFor', { label })}
            onClick={props.onClear}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      )}
    </div>
  );
}
