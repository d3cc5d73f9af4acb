import { searchProblems } from '../../../flow/problems.ts';
import { call } from '../../api/call.ts';
import { refreshFlows } from '../../api/flows.ts';
import { catalogue } from '../../catalogue.ts';
import { newReferenceId } from '../variables/reference-id.ts';
import { createFlowServer } from './flow-server.ts';
import { createOpenDocuments } from './open-documents.ts';
import { readFlowNow } from './read-ahead.ts';
import { searchInBackground } from './search-apart.ts';
import { createSlotLocks } from './slot-locks.ts';

/** The documents that are open in this page. */
export const documents = createOpenDocuments({
  storage: localStorage,
  locks: createSlotLocks(navigator.locks),
  newId: newReferenceId,
  readFlow: readFlowNow,
  serverOf: (flowId) => createFlowServer(call, flowId),
  timers: {
    set: (task, milliseconds) => window.setTimeout(task, milliseconds),
    clear: (timer) => window.clearTimeout(timer as number | undefined),
  },
  clock: () => Date.now(),
  searchProblems: () => searchProblems(catalogue),
  searchApart: searchInBackground,
  onClosed: () => void refreshFlows(),
});

const each = (act: (autosave: ReturnType<typeof documents.all>[number]['autosave']) => void) => () => {
  for (const { autosave } of documents.all()) act(autosave);
};

window.addEventListener(
  'online',
  each((autosave) => autosave.retry()),
);
window.addEventListener(
  'focus',
  each((autosave) => autosave.retry()),
);
window.addEventListener(
  'pagehide',
  each((autosave) => void autosave.leave()),
);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') each((autosave) => autosave.keep())();
});
window.addEventListener('beforeunload', (event) => {
  const safe = documents.all().map(({ autosave }) => autosave.leave());
  if (safe.includes(false)) event.preventDefault();
});
