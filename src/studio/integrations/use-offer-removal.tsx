import { List, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { messageOf } from '../api/call.ts';
import { useDeleteFlow } from '../api/flows.ts';
import { report } from '../ui/notify.tsx';
import { startReasons } from '../ui/start-reasons.ts';

/** Tells why a fresh instance does not run, and lets the user keep or remove it. */
export function useOfferRemoval() {
  const remove = useDeleteFlow();
  return (instance: { instanceId: string; name: string; error: unknown }) => {
    const reasons = startReasons(instance.error);
    modals.openConfirmModal({
      title: `“${instance.name}” could not start`,
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
            It is switched off. You can keep it and try again later, or remove it.
          </Text>
        </>
      ),
      labels: { confirm: 'Remove it', cancel: 'Keep it' },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(remove.mutateAsync(instance.instanceId), {
          done: `“${instance.name}” is removed.`,
          failed: `“${instance.name}” was not removed`,
        }),
    });
  };
}
