import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FlowSummary, useRenameFlow } from '../api/flows.ts';
import { notifyFailure } from '../ui/notify.tsx';

/** Asks for a flow's new name. */
export function RenameFlow(props: { flow: FlowSummary; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Rename">
      <RenameForm flow={props.flow} onDone={props.onClose} />
    </Modal>
  );
}

function RenameForm({ flow, onDone }: { flow: FlowSummary; onDone: () => void }) {
  const rename = useRenameFlow();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: flow.name },
    validate: { name: (value) => (value.trim() ? null : 'A flow has a name.') },
  });
  return (
    <form
      onSubmit={form.onSubmit(({ name }) =>
        rename.mutate(
          { flowId: flow.flowId, name: name.trim() },
          { onSuccess: onDone, onError: (error) => notifyFailure('The name was not changed', error) },
        ),
      )}
    >
      <TextInput
        label="Name"
        maxLength={500}
        data-autofocus
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={rename.isPending}>
          Rename
        </Button>
      </Group>
    </form>
  );
}
