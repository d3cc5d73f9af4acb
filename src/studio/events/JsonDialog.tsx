import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { FileUp } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { messageOf } from '../api/call.ts';
import { handOverText } from '../designer/document/held-text.ts';
import { verdictText } from '../designer/json/json-diagnostics.ts';
import { JsonInput } from '../designer/json/JsonInput.tsx';
import { eventsText as text } from '../text/english/events.ts';
import { uiText } from '../text/english/ui.ts';
import { textOfFile } from './json-file.ts';
import { type MeantJson, readMeantJson } from './meant-json.ts';

export type JsonDialogProps = {
  title: string;
  hint: string;
  label: string;
  submit: string;
  opened: boolean;
  onClose: () => void;
  /** Gives why what is meant is not good, or undefined. */
  refuse?: (meant: Extract<MeantJson, { ok: true }>) => string | undefined;
  /** Takes the JSON. The dialog stays open when it fails, with what is in it. */
  onSubmit: (json: Blob) => Promise<void>;
};

/** Asks for a value as text or in a file: JSON, and what is nearly so. Megabytes are read in the background. */
export function JsonDialog(props: JsonDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="lg">
      <Form {...props} />
    </Modal>
  );
}

function Form({ hint, label, submit, onClose, refuse, onSubmit }: JsonDialogProps) {
  const id = useId();
  const [written, setWritten] = useState('');
  const newest = useRef('');
  const [failure, setFailure] = useState<{ said: string; isOfText: boolean }>();
  const [busy, setBusy] = useState(false);
  const isOpen = useIsOpen();
  const forgetFile = useRef<() => void>(null);

  const show = (content: string) => {
    newest.current = content;
    setWritten(content);
    setFailure(undefined);
  };
  /** The text as it is; what was typed or pasted last may not have been handed over. */
  const textNow = () => {
    handOverText();
    return newest.current;
  };
  const whileBusy = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setFailure({ said: messageOf(error), isOfText: false });
    } finally {
      setBusy(false);
    }
  };
  const choose = (file: File) =>
    whileBusy(async () => {
      // The same file, mended, can be chosen again.
      forgetFile.current?.();
      const before = textNow();
      const read = await textOfFile(file);
      // What was written meanwhile is not to be lost.
      if (textNow() !== before) return;
      if (read.ok) show(read.text);
      else setFailure({ said: read.reason, isOfText: false });
    });
  const take = () =>
    whileBusy(async () => {
      const asked = textNow();
      const meant = await readMeantJson(asked);
      // Who has typed on meanwhile has another text in mind.
      if (textNow() !== asked) return;
      const refusal = meant.ok ? refuse?.(meant) : verdictText(meant);
      // Who has closed the dialog meanwhile wants none of it.
      if (refusal === undefined && meant.ok && isOpen()) await onSubmit(meant.json);
      else if (refusal !== undefined) setFailure({ said: refusal, isOfText: true });
    });

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
      <div>
        <Text id={id} size="sm" fw={500} mb={4}>
          {label}
        </Text>
        <JsonInput
          labelId={id}
          describedBy={failure === undefined ? undefined : `${id}-failure`}
          value={written}
          invalid={failure?.isOfText === true}
          isTold={failure?.isOfText === true}
          required
          autoFocus
          onChange={show}
        />
        <Text
          id={`${id}-failure`}
          size="sm"
          c="var(--studio-fail)"
          mt={4}
          role="alert"
          hidden={failure === undefined}
        >
          {failure?.said}
        </Text>
      </div>
      <Group justify="space-between">
        <FileButton
          accept="application/json,.json"
          resetRef={forgetFile}
          onChange={(file) => file && void choose(file)}
        >
          {(button) => (
            <Button {...button} variant="default" leftSection={<FileUp size={16} aria-hidden />}>
              {text('import.file')}
            </Button>
          )}
        </FileButton>
        <Group gap="xs" ml="auto">
          <Button variant="default" onClick={onClose}>
            {uiText('cancel')}
          </Button>
          <Button disabled={written.trim() === ''} loading={busy} onClick={() => void take()}>
            {submit}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function useIsOpen(): () => boolean {
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return () => open.current;
}
