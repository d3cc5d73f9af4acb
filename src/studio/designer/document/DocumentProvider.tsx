import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect } from 'react';
import { documentText as text } from '../../text/english/document.ts';
import { idly } from '../../ui/when-idle.ts';
import { DocumentContext } from './document-context.ts';
import { seeParts } from './fingerprint.ts';
import type { Opened } from './open-document.ts';

/** Gives the open document of a flow to all that lies below. */
export function DocumentProvider({ opened, children }: { opened: Opened; children: ReactNode }) {
  useEffect(() => idly(afterOpening(opened)), [opened]);

  useEffect(() => {
    if (!opened.restored || opened.store.getState().theirs) return;
    notifications.show({
      id: 'unsent-work',
      title: text('restored.title'),
      message: text('restored.text'),
    });
  }, [opened]);

  return <DocumentContext value={opened}>{children}</DocumentContext>;
}

/** What thousands of components take a while for, and what can wait until the flow has been painted. */
function* afterOpening({ store }: Opened): Generator<void, void> {
  yield* store.getState().checkInSteps();
  yield* seeParts(store.getState());
}
