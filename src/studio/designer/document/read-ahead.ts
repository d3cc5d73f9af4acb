import { readFlow, type Flow } from '../../../contract/flows.ts';
import { call } from '../../api/call.ts';

let ahead: { flowId: string; flow: Promise<Flow> } | undefined;

/** Asks for a flow while the Designer's code is still on its way. */
export function readAhead(flowId: string): void {
  const flow = readFromServer(flowId);
  ahead = { flowId, flow };
  // Who wants the flow asks again, and is told then what is wrong.
  flow.catch(() => (ahead = undefined));
}

/** The flow as the server has it now; an answer asked for ahead serves once. */
export function readFlowNow(flowId: string): Promise<Flow> {
  if (ahead?.flowId !== flowId) return readFromServer(flowId);
  const { flow } = ahead;
  ahead = undefined;
  return flow;
}

async function readFromServer(flowId: string): Promise<Flow> {
  return (await call(readFlow, { params: { flowId } })) as Flow;
}
