import { notifications } from '@mantine/notifications';
import { impactText as text } from '../../text/english/impact.ts';

/** Milliseconds that nobody needs to be told of. */
const patience = 300;
let lastLook = 0;

/** Tells what goes on while it takes longer than a moment: of itself, that a change is looked at. */
export async function toldWhenSlow<Result>(
  work: Promise<Result>,
  message: string = text('looking'),
): Promise<Result> {
  const id = `looking-at-impact-${++lastLook}`;
  const timer = setTimeout(() => {
    notifications.show({ id, loading: true, message, autoClose: false, withBorder: true });
  }, patience);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
    notifications.hide(id);
  }
}
