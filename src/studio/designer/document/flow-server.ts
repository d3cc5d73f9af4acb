import type { FlowStage } from '../../../flow/descriptor.ts';
import { createFlow, type Flow, readFlow, updateFlow } from '../../../contract/flows.ts';
import type { Call } from '../../api/client.ts';
import { ApiFailure } from '../../api/failure.ts';
import { inBackground } from '../../background/in-background.ts';
import type { DocumentContent, TheirVersion } from './document-store.ts';
import { withoutLongTexts } from './long-texts.ts';

/** Milliseconds until reading a flow counts as failed. */
const longestRead = 60_000;

/** What another flow of the same kind has in common with this one, beside what the Designer edits. */
const copied = [
  'type',
  'description',
  'wizard',
  'customFields',
  'categories',
  'concurrency',
  'templateId',
  'componentIdMap',
] as const satisfies (keyof Flow)[];

/** The server's side of one open flow, as far as saving needs it. */
export type FlowServer = {
  /** Fails with CONFLICT when `revision` is not the stored one, with FLOW_RUNNING when it runs and `force` is not set. */
  save: (request: {
    content: DocumentContent;
    revision: number;
    force: boolean;
    keepalive?: boolean;
  }) => Promise<{ revision: number }>;
  read(): Promise<TheirVersion & { stage: FlowStage }>;
  /** Makes a stopped flow of this content, in all else like this one but shared with nobody; gives its id. */
  saveAsOther: (content: DocumentContent) => Promise<string>;
};

/**
 * Milliseconds until a save counts as lost, by its size: five megabytes over a line of 400 kbit/s take 100 seconds, and
 * the server some more.
 */
export function longestSave(characters: number): number {
  return 20_000 + characters / 50;
}

export function createFlowServer(call: Call, flowId: string): FlowServer {
  return {
    async save({ content, revision, force, keepalive }) {
      // Writing a large flow down takes a while. A page that is left has no time to have it done in the background.
      const isLong = !keepalive && withoutLongTexts(content.descriptor).texts.length > 0;
      return call(updateFlow, {
        params: { flowId },
        ...(force ? { query: { forceUpdate: 'true' } } : {}),
        body: {
          name: content.name,
          flow: content.descriptor,
          notes: content.notes,
          ...settingOf(content.concurrency),
          revision,
        },
        ...(keepalive ? { keepalive } : {}),
        ...(isLong ? { write } : {}),
        timeout: longestSave,
      });
    },
    async read() {
      const flow = await call(readFlow, { params: { flowId }, timeout: () => longestRead });
      const { name = '', flow: descriptor = {}, notes = {}, revision = 0, stage = 'stopped', mtime } = flow;
      const { concurrency = null } = flow;
      return { content: { name, descriptor, notes, concurrency }, revision, stage, modifiedAt: mtime };
    },
    async saveAsOther({ name, descriptor, notes, concurrency }) {
      const like = (await call(readFlow, {
        params: { flowId },
        query: { projection: copied.join() },
        timeout: () => longestRead,
      })) as Pick<Flow, (typeof copied)[number]>;
      const make = async (more: Partial<Pick<Flow, 'templateId'>>) => {
        const body = { ...like, name, flow: descriptor, notes, ...settingOf(concurrency), ...more };
        const { flowId: made } = await call(createFlow, { body, timeout: longestSave });
        return made;
      };
      return make({}).catch((error: unknown) => {
        // The template is gone, or shared no more: one's own work can do without.
        const isTemplateGone = error instanceof ApiFailure && error.code === 'NOT_FOUND' && like.templateId;
        if (!isTemplateGone) throw error;
        return make({ templateId: null });
      });
    },
  };
}

/** On the page whatever became of the background: a save must not depend on it, and to write takes a moment. */
async function write(body: unknown): Promise<Blob> {
  return inBackground('jsonOf', body).catch(() => new Blob([JSON.stringify(body)]));
}

/** What was kept by an older release says nothing of it: then it stays as it is. */
function settingOf(concurrency: number | null | undefined): { concurrency?: number | null } {
  return concurrency === undefined ? {} : { concurrency };
}
