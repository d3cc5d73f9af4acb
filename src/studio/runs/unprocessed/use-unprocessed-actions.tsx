import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { type RetryFrom, type UnprocessedChoice, useDiscard, useRetryMany } from '../../api/unprocessed.ts';
import { uiText } from '../../text/english/ui.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import { notifyDone, notifyFailure, report } from '../../ui/notify.tsx';

/** Messages, and how many they are as far as one sees. */
export type Chosen = { choice: UnprocessedChoice; count: number };

/** Trying messages again, and giving them up after asking; both tell how it went. */
export function useUnprocessedActions(onDone: () => void = () => {}) {
  const retrying = useRetryMany();
  const discarding = useDiscard();

  const retry = ({ choice }: Chosen, from: RetryFrom): void => {
    retrying.mutateAsync({ choice, from }).then(
      ({ retried, left }) => {
        if (retried > 0) notifyDone(text('retry.done', { count: retried }));
        if (left > 0) notifyFailure(text('retry.failed'), new Error(text('retry.left', { count: left })));
        onDone();
      },
      (error: unknown) => notifyFailure(text('retry.failed'), error),
    );
  };

  const discard = ({ choice, count }: Chosen): void => {
    modals.openConfirmModal({
      title: text('discard.title', { count }),
      children: <Text size="md">{text('discard.text', { count })}</Text>,
      labels: { confirm: text('discard.label'), cancel: uiText('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(discarding.mutateAsync(choice).then(onDone), {
          done: text('discard.done', { count }),
          failed: text('discard.failed'),
        }),
    });
  };

  return { retry, discard, isRetrying: retrying.isPending };
}
