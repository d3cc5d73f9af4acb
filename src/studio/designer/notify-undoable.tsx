import { notifications } from '@mantine/notifications';
import { commandsText as text } from '../text/english/commands.ts';
import type { DocumentStore } from './document/document-store.ts';
import { NoticeWithAction } from './NoticeWithAction.tsx';
import { focusFlow } from './panels/focus-flow.ts';

/** Milliseconds: long enough to get there by keys (F6). */
const shown = 12_000;

const id = 'undoable';

/**
 * Says that the last edit was made, with a button that takes it back: by a finger too, that has no Control+Z. It goes with
 * the next edit, which the button would take back instead.
 */
export function notifyUndoable(document: DocumentStore, message: string): void {
  const { descriptor, notes } = document.getState();
  const stop = document.subscribe((state) => {
    if (state.descriptor !== descriptor || state.notes !== notes) notifications.hide(id);
  });
  const undo = () => {
    document.getState().undo();
    focusFlow();
  };
  // What was told of the edit before goes first.
  notifications.hide(id);
  notifications.show({
    id,
    message: (
      <NoticeWithAction action={text('undo')} onAction={undo}>
        {message}
      </NoticeWithAction>
    ),
    autoClose: shown,
    withBorder: true,
    onClose: stop,
  });
}
