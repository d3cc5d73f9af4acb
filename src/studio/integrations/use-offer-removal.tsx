import { List, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { messageOf } from '../api/call.ts';
import { useDeleteFlow } from '../api/flows.ts';
import { integrationsText as text } from '../text/english/integrations.ts';
import { report } from '../ui/notify.tsx';
import { startReasons } from '../ui/start-reasons.ts';

/** Tells why a fresh instance does not run, and lets the user keep or remove it. */
export function useOfferRemoval() {
  const remove = useDeleteFlow();
  return (instance: { instanceId: string; name: string; error: unknown }) => {
    const reasons = startReasons(instance.error);
    modals.openConfirmModal({
      title: text('notStarted.title', { name: instance.name }),
      children: (
        <>
          {reasons.length > 0 ? (
            <List size="md">
              {reasons.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          ) : (
            <Text size="md">{messageOf(instance.error)}</Text>
          )}
          <Text size="md" c="dimmed" mt="sm">
            {text('notStarted.text')}
          </Text>
        </>
      ),
      labels: { confirm: text('notStarted.remove'), cancel: text('notStarted.keep') },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(remove.mutateAsync(instance.instanceId), {
          done: text('remove.done', { name: instance.name }),
          failed: text('remove.failed', { name: instance.name }),
        }),
    });
  };
}
