import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect, useState } from 'react';
import type { Flow } from '../../../contract/flows.ts';
import { followProblems } from '../../../flow/problems.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { call } from '../../api/call.ts';
import { refreshFlows } from '../../api/flows.ts';
import { catalogue } from '../../catalogue.ts';
import { documentText as text } from '../../text/english/document.ts';
import { DocumentContext } from './document-context.ts';
import { createFlowServer } from './flow-server.ts';
import { openDocument } from './open-document.ts';
import { rememberSave } from './pending-saves.ts';
import { createUnsentWorkKeeper } from './unsent-work.ts';

const timers = {
  set: (task: () => void, milliseconds: number) => window.setTimeout(task, milliseconds),
  clear: (timer: unknown) => window.clearTimeout(timer as number | undefined),
};

/** Holds the open document of a flow for all that lies below, and keeps it saved. One per flow: give it a `key`. */
export function DocumentProvider({ flow, children }: { flow: Flow; children: ReactNode }) {
  const [opened] = useState(() =>
    openDocument(flow, {
      server: createFlowServer(call, flow.flowId),
      keeper: createUnsentWorkKeeper(localStorage, flow.flowId),
      timers,
      clock: () => Date.now(),
      problemsOf: followProblems(catalogue),
    }),
  );

  useEffect(() => {
    const { autosave, store } = opened;
    const retry = () => autosave.retry();
    const leave = (event: BeforeUnloadEvent) => {
      if (!autosave.leave()) event.preventDefault();
    };
    autosave.start();
    window.addEventListener('online', retry);
    window.addEventListener('focus', retry);
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('focus', retry);
      window.removeEventListener('beforeunload', leave);
      rememberSave(store.getState().flowId, autosave.stop().then(refreshFlows));
    };
  }, [opened]);

  // Once the flow has been painted: thousands of components take a while to check.
  useEffect(() => afterPaint(() => opened.store.getState().checkNow()), [opened]);

  useEffect(() => {
    if (!opened.restored || opened.store.getState().saveState === 'conflict') return;
    notifications.show({
      id: 'unsent-work',
      title: text('restored.title'),
      message: text('restored.text'),
    });
  }, [opened]);

  return <DocumentContext value={opened}>{children}</DocumentContext>;
}
