import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EngineMetrics } from '../engine/metrics.ts';
import type { Database } from '../store/database.ts';
import { readQueueState } from '../store/queue-state.ts';

export type Metrics = {
  /** Where the engine counts. */
  engine: EngineMetrics;
  /** All figures in the text format of Prometheus. */
  read(): Promise<{ text: string; contentType: string }>;
};

/** Seconds: from a computed step to one that waits for a slow API. */
const stepBuckets = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/**
 * The figures of this process, and of the queue, which all processes of one database share. A label has few values:
 * no user, no flow, no event is one.
 */
export function createMetrics(database: Database): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const accepted = new Counter({
    name: 'tributary_events_accepted_total',
    help: 'Events stored and answered.',
    labelNames: ['kind', 'matched'],
    registers,
  });
  const replayed = new Counter({
    name: 'tributary_events_replayed_total',
    help: 'Events whose idempotency key was known: nothing was stored.',
    registers,
  });
  const refused = new Counter({
    name: 'tributary_events_refused_total',
    help: 'Events that were not stored, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const begun = new Counter({
    name: 'tributary_runs_begun_total',
    help: 'Runs begun: by events, the clock, the start of a flow, failures, tests and retries.',
    registers,
  });
  const ended = new Counter({
    name: 'tributary_runs_ended_total',
    help: 'Runs that this process brought to their end, or cancelled.',
    labelNames: ['status'],
    registers,
  });
  const steps = new Histogram({
    name: 'tributary_step_seconds',
    help: 'How long an attempt of a step took.',
    labelNames: ['component', 'status'],
    buckets: stepBuckets,
    registers,
  });
  const depth = new Gauge({
    name: 'tributary_queue_jobs',
    help: 'Runs in the queue: due and waiting for a worker, delayed to a later time, at work, parked, or held.',
    labelNames: ['state'],
    registers,
  });
  const age = new Gauge({
    name: 'tributary_queue_oldest_seconds',
    help: 'How long the run has waited that has been due, parked or held the longest.',
    labelNames: ['state'],
    registers,
  });

  return {
    engine: {
      eventAccepted(event) {
        if (event.replayed) return replayed.inc();
        accepted.inc({ kind: event.kind, matched: String(event.triggers > 0) });
        begun.inc(event.triggers);
      },
      eventRefused: (reason) => refused.inc({ reason }),
      stepEnded: ({ componentType, status, seconds }) =>
        steps.observe({ component: componentType, status }, seconds),
      runsBegan: (count) => begun.inc(count),
      runsEnded: (status, count) => ended.inc({ status }, count),
    },
    async read() {
      const queue = await readQueueState(database.pool);
      for (const [state, count] of Object.entries(queue.counts)) depth.set({ state }, count);
      for (const [state, seconds] of Object.entries(queue.oldestSeconds)) age.set({ state }, seconds);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
