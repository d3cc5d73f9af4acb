import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FlowSummary, useRenameFlow } from '../api/flows.ts';
import { flowsText as text } from '../text/english/flows.ts';
import { uiText } from '../text/english/ui.ts';
import { notifyFailure } from '../ui/notify.tsx';

/** Asks for a flow's new name. */
export function RenameFlow(props: { flow: FlowSummary; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={text('rename.title')}>
      <RenameForm flow={props.flow} onDone={props.onClose} />
    </Modal>
  );
}

function RenameForm({ flow, onDone }: { flow: FlowSummary; onDone: () => void }) {
  const rename = useRenameFlow();
  const [name, setName] = useState(flow.name);
  const [submitted, setSubmitted] = useState(false);
  const missing = name.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (missing) return;
    rename.mutate(
      { flowId: flow.flowId, name: name.trim() },
      { onSuccess: onDone, onError: (error) => notifyFailure(text('rename.failed'), error) },
    );
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={text('rename.name')}
        maxLength={500}
        data-autofocus
        value={name}
        error={submitted && missing && text('rename.missing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onDone}>
          {uiText('cancel')}
        </Button>
        <Button type="submit" loading={rename.isPending}>
          {text('rename.submit')}
        </Button>
      </Group>
    </form>
  );
}
