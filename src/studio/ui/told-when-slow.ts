import { notifications } from '@mantine/notifications';

/** Milliseconds that nobody needs to be told of. */
const patience = 300;
let lastWork = 0;

/** Tells what goes on while it takes longer than a moment. */
export async function toldWhenSlow<Result>(work: Promise<Result>, message: string): Promise<Result> {
  const id = `slow-work-${++lastWork}`;
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
