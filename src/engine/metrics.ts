/** What the engine counts. Whoever runs it says where the figures go. */
export type EngineMetrics = {
  /** An event was stored; `replayed` when its key was known. */
  eventAccepted(event: { kind: 'appevent' | 'webhook'; triggers: number; replayed: boolean }): void;
  eventRefused(reason: RefusalReason): void;
  /** One attempt of a step. */
  stepEnded(step: {
    componentType: string;
    status: 'completed' | 'failed' | 'retried';
    seconds: number;
  }): void;
  /** Runs that an event did not start: `eventAccepted` tells of those. Or failed ones that are gone on with. */
  runsBegan(count: number): void;
  runsEnded(status: 'completed' | 'failed' | 'cancelled', count: number): void;
};

export type RefusalReason = 'throttled' | 'contract' | 'unstorable' | 'unavailable' | 'other';

export const noMetrics: EngineMetrics = {
  eventAccepted: () => {},
  eventRefused: () => {},
  stepEnded: () => {},
  runsBegan: () => {},
  runsEnded: () => {},
};
