import { List } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { messageOf } from '../api/call.ts';
import { startReasons } from './start-reasons.ts';

/** Says briefly that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true });
}

/** Says that something did not work and why; stays until it is closed. */
export function notifyFailure(title: string, error: unknown): void {
  const reasons = startReasons(error);
  notifications.show({
    title,
    message:
      reasons.length === 0 ? (
        messageOf(error)
      ) : (
        <List size="sm" spacing={2}>
          {reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      ),
    color: 'red',
    autoClose: false,
    withBorder: true,
  });
}

/**
 * Tells how an action ends. Unlike callbacks of `mutate` this also tells when what it was started from
 * is gone by then, such as the row of a deleted flow.
 */
export function report(action: Promise<unknown>, words: { done?: string; failed: string }): void {
  void action.then(
    () => words.done && notifyDone(words.done),
    (error: unknown) => notifyFailure(words.failed, error),
  );
}
