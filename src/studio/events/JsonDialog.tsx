import { Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { readTolerantJson } from '../../flow/tolerant-json/read-tolerant-json.ts';
import { isLongText } from '../background/long-text.ts';
import { useInBackground } from '../background/use-in-background.ts';
import { eventsText as text } from '../text/english/events.ts';
import { uiText } from '../text/english/ui.ts';
import { currentLanguage } from '../text/language.ts';
import { say } from '../text/say.ts';

export type JsonDialogProps = {
  title: string;
  hint: string;
  label: string;
  submit: string;
  opened: boolean;
  onClose: () => void;
  /** Gives why the value is not good, or undefined. */
  refuse?: (value: unknown) => string | undefined;
  /** The dialog stays open when it fails, with what is in it. */
  onSubmit: (value: unknown) => Promise<void>;
};

/** Asks for a value as text or in a file: JSON, and what is nearly so. */
export function JsonDialog(props: JsonDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="lg">
      <Form {...props} />
    </Modal>
  );
}

function Form({ hint, label, submit, onClose, refuse, onSubmit }: JsonDialogProps) {
  const [written, setWritten] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const isQuick = !isLongText(written);
  const { result, isNewest } = useInBackground('readTolerant', written, { make: readTolerantJson, isQuick });
  const reading = written.trim() === '' || !isNewest ? undefined : result;
  const understood = reading?.ok && reading.changes.length > 0 ? reading.changes.map(say) : undefined;

  const take = async () => {
    if (!reading) return;
    if (!reading.ok) {
      const { line, column } = reading;
      setFailure(text('at', { message: say(reading.message).replace(/\.$/, ''), line, column }));
      return;
    }
    const value: unknown = JSON.parse(reading.json);
    const refusal = refuse?.(value);
    if (refusal !== undefined) {
      setFailure(refusal);
      return;
    }
    setBusy(true);
    try {
      await onSubmit(value);
    } finally {
      setBusy(false);
    }
  };
  const show = (content: string) => {
    setWritten(content);
    setFailure(undefined);
  };

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <Textarea
        label={label}
        data-autofocus
        autosize
        minRows={8}
        maxRows={16}
        value={written}
        error={failure}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onChange={(change) => show(change.currentTarget.value)}
      />
      {understood && (
        <Text size="xs" c="dimmed" role="status">
          {text('understood', { changes: new Intl.ListFormat(currentLanguage()).format(understood) })}
        </Text>
      )}
      <Group justify="space-between">
        <FileButton accept="application/json,.json" onChange={(file) => file && void file.text().then(show)}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<FileUp size={16} aria-hidden />}>
              {text('import.file')}
            </Button>
          )}
        </FileButton>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {uiText('cancel')}
          </Button>
          <Button disabled={!reading} loading={busy} onClick={() => void take()}>
            {submit}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
