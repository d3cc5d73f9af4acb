import { coordinateFlow, readFlow } from '../../../contract/flows.ts';
import type { FlowStage } from '../../../flow/descriptor.ts';
import { refuses } from '../../../flow/problems.ts';
import { call } from '../../api/call.ts';
import { refreshFlows } from '../../api/flows.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import type { OpenDocument } from '../document/document-context.ts';
import type { PanelsStore } from '../panels/panels-store.ts';

/** Saves what is unsent and starts the flow. With problems it lists them instead. */
export async function startFlow({ store, autosave }: OpenDocument, panels: PanelsStore): Promise<void> {
  if (store.getState().checkNow().some(refuses)) return panels.getState().showProblems('start');
  await coordinate({ store, autosave }, 'start');
}

/** Stops the flow. */
export async function stopFlow(document: OpenDocument): Promise<void> {
  await coordinate(document, 'stop');
}

async function coordinate({ store, autosave }: OpenDocument, command: 'start' | 'stop'): Promise<void> {
  const { flowId, stage: before, setStage } = store.getState();
  setStage(command === 'start' ? 'starting' : 'stopping', true);
  try {
    if (command === 'start') await autosave.flush();
    await call(coordinateFlow, { params: { flowId }, body: { command } });
    setStage(await stageNow(flowId, command === 'start' ? 'running' : 'stopped'));
    // What a running flow could not take, for its problems, a stopped one can.
    if (command === 'stop') autosave.retry();
  } catch (error) {
    setStage(before);
    notifyFailure(text(command === 'start' ? 'notStarted' : 'notStopped'), error);
  }
  await refreshFlows();
}

async function stageNow(flowId: string, expected: FlowStage): Promise<FlowStage> {
  const { stage } = await call(readFlow, { params: { flowId }, query: { projection: 'stage' } });
  return stage ?? expected;
}
