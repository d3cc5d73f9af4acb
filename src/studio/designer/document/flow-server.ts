import type { FlowStage } from '../../../flow/descriptor.ts';
import { readFlow, updateFlow } from '../../../contract/flows.ts';
import type { Call } from '../../api/client.ts';
import type { DocumentContent } from './document-store.ts';

/** The server's side of one open flow, as far as saving needs it. */
export type FlowServer = {
  /** Fails with CONFLICT when `revision` is not the stored one, with FLOW_RUNNING when it runs and `force` is not set. */
  save: (request: {
    content: DocumentContent;
    revision: number;
    force: boolean;
    keepalive?: boolean;
  }) => Promise<{ revision: number }>;
  read(): Promise<{ content: DocumentContent; revision: number; stage: FlowStage }>;
};

export function createFlowServer(call: Call, flowId: string): FlowServer {
  return {
    save: ({ content, revision, force, keepalive }) =>
      call(updateFlow, {
        params: { flowId },
        ...(force ? { query: { forceUpdate: 'true' } } : {}),
        body: { name: content.name, flow: content.descriptor, notes: content.notes, revision },
        ...(keepalive ? { keepalive } : {}),
      }),
    async read() {
      const flow = await call(readFlow, { params: { flowId } });
      const { name = '', flow: descriptor = {}, notes = {}, revision = 0, stage = 'stopped' } = flow;
      return { content: { name, descriptor, notes }, revision, stage };
    },
  };
}
