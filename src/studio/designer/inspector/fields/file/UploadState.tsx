import { Button, Progress, Text } from '@mantine/core';
import { filesText as text } from '../../../../text/english/files.ts';
import classes from './FileField.module.css';
import { sizeText } from './file-facts.ts';
import type { Upload } from './use-upload.ts';

/** An upload on its way, or why it failed. */
export function UploadState(props: { upload: Upload; onRetry: () => void; onDismiss: () => void }) {
  const { upload } = props;
  const { name, size } = upload.file;
  if (upload.kind === 'failed') {
    return (
      <>
        <Text size="xs" c="var(--mantine-color-error)" role="alert" className={classes['failure'] ?? ''}>
          {text('failed', { name, reason: upload.reason })}
        </Text>
        <div className={classes['actions']}>
          <Button variant="default" size="compact-sm" onClick={props.onRetry}>
            {text('tryAgain')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={props.onDismiss}>
            {text('dismiss')}
          </Button>
        </div>
      </>
    );
  }
  const percent = size === 0 ? 100 : Math.floor((upload.sent / size) * 100);
  return (
    <div className={classes['chosen']} style={{ gridTemplateColumns: 'minmax(0, 1fr) auto', width: '100%' }}>
      <div>
        <Text size="sm" className={classes['name'] ?? ''} title={name}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {text('progress', { percent, size: sizeText(size) })}
        </Text>
        <Progress value={percent} size="sm" aria-label={text('uploading', { name })} />
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={text('cancelUpload', { name })}
        onClick={upload.cancel}
      >
        {text('cancel')}
      </Button>
    </div>
  );
}
