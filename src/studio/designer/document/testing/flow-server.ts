import { ApiFailure } from '../../../api/failure.ts';
import type { DocumentContent } from '../document-store.ts';
import type { FlowServer } from '../flow-server.ts';

export type SaveRequest = Parameters<FlowServer['save']>[0];

export type MemoryServer = FlowServer & {
  content: DocumentContent;
  revision: number;
  requests: SaveRequest[];
  /** What was saved as other flows. */
  others: DocumentContent[];
  /** Runs before a request takes effect; a failure thrown here is its answer. */
  before: (request: SaveRequest) => Promise<void> | void;
  /** Runs after it took effect; a failure thrown here loses the answer. */
  after: (request: SaveRequest) => Promise<void> | void;
};

/** A server in memory that checks revisions as the real one does. */
export function createMemoryServer(content: DocumentContent, revision = 1): MemoryServer {
  const server: MemoryServer = {
    content,
    revision,
    requests: [],
    others: [],
    before: () => undefined,
    after: () => undefined,
    async save(request: SaveRequest) {
      server.requests.push(request);
      await server.before(request);
      if (request.revision !== server.revision) throw failure(409, 'CONFLICT');
      server.content = request.content;
      server.revision += 1;
      await server.after(request);
      return { revision: server.revision };
    },
    async saveAsOther(other) {
      server.others.push(other);
      return `other-${server.others.length}`;
    },
    read: async () => ({
      content: server.content,
      revision: server.revision,
      stage: 'stopped' as const,
      modifiedAt: '2026-01-01T10:00:00.000Z',
    }),
  };
  return server;
}

export function failure(status: number, code: string): ApiFailure {
  return new ApiFailure({ status, code, message: `${code} ${status}` });
}

/** A request that stays unanswered until `release` is called. */
export function gate(): { wait: () => Promise<void>; release: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { wait: () => promise, release: () => resolve() };
}
