import { randomUUID } from 'node:crypto';
import type { Behaviour } from '../connectors/component.ts';
import type { Catalogue } from '../flow/definition.ts';
import type { ModifierEnvironment } from '../flow/modifiers/environment.ts';
import { linearPatterns } from '../flow/modifiers/linear-pattern.ts';
import type { Database } from '../store/database.ts';
import { createCustomModifiers, type CustomModifiers } from './custom-modifiers.ts';
import { createJavascript, type Javascript } from './javascript/javascript.ts';
import type { Logger } from './logger.ts';
import { type EngineMetrics, noMetrics } from './metrics.ts';
import type { Outbound } from './outbound/outbound.ts';
import { noTracing, type Tracing } from './tracing.ts';

/** What an engine is made of. Times in milliseconds. */
export type EngineOptions = {
  database: Database;
  behaviours: Record<string, Behaviour>;
  catalogue: Catalogue;
  /** Default: those in the database. */
  customModifiers?: CustomModifiers;
  outbound: Outbound;
  clock: () => Date;
  /** UUIDs of version 7: ids sort by time, and rows land beside each other. */
  newId: () => string;
  /** Where the API is reached from outside, without a slash at the end. */
  publicUrl: string;
  /** UUIDs of version 4, for flows that ask for one; default `crypto.randomUUID`. */
  newUuid4?: () => string;
  logger: Logger;
  /** Default: nothing is counted. */
  metrics?: EngineMetrics;
  /** Default: nothing is traced. */
  tracing?: Tracing;
  /** Evenly between 0 and 1; default `Math.random`. */
  random?: () => number;
  /** Bytes that a file may have; default 50 MiB. */
  fileLimit?: number;
  /** App events and webhook calls that one user may send to this process per second; default as many as come. */
  eventsPerSecond?: number;
  /** Unfinished runs that one user may have before further events are refused; default 100,000. */
  openRunsPerUser?: number;
  /** Days after which events and ended runs are deleted; default never. */
  retentionDays?: number;
  /**
   * Runs at work at once in this process by their jobs, and twice as many that it accepted itself; default 500. They
   * mostly wait for others, and some wait long: half as many more are for users who have hardly any at work (shares.ts).
   */
  concurrency?: number;
  /** Which share of these one user may have, when no other has any; default 0.8, 1 for all. */
  userShare?: number;
  /** A run without room is parked when none of its user's runs has been done with for so long; default 500. */
  parkAfterMs?: number;
  /** The wait before the first retry; doubled for each further one. Default 1,000. */
  retryBaseMs?: number;
  /** A step is aborted after this; default 120,000. */
  stepTimeoutMs?: number;
  /** A webhook caller is answered at the latest after this; default 10,000. */
  responseTimeoutMs?: number;
  /** How long a stopping process lets runs finish; default 10,000. */
  stopGraceMs?: number;
  /** How often delayed runs are looked for; new ones announce themselves. Default 1,000. */
  pollMs?: number;
  /** How often dead workers are looked for; default 500. */
  watchMs?: number;
  /** How often what was left half done is looked for; default 2,000. */
  sweepMs?: number;
};

export type EngineSettings = Required<EngineOptions> & {
  javascript: Javascript;
  pattern: ModifierEnvironment['pattern'];
};

export function settingsOf(options: EngineOptions): EngineSettings {
  const customModifiers = options.customModifiers ?? createCustomModifiers(options.database, options.clock);
  return {
    metrics: noMetrics,
    tracing: noTracing,
    random: Math.random,
    fileLimit: 50 * 1024 * 1024,
    newUuid4: () => randomUUID(),
    eventsPerSecond: Number.POSITIVE_INFINITY,
    openRunsPerUser: 100_000,
    retentionDays: Number.POSITIVE_INFINITY,
    concurrency: 500,
    userShare: 0.8,
    parkAfterMs: 500,
    retryBaseMs: 1_000,
    stepTimeoutMs: 120_000,
    responseTimeoutMs: 10_000,
    stopGraceMs: 10_000,
    pollMs: 1_000,
    watchMs: 500,
    sweepMs: 2_000,
    ...options,
    customModifiers,
    catalogue: { ...options.catalogue, customModifier: customModifiers.find },
    javascript: createJavascript(),
    pattern: linearPatterns(() => performance.now()),
  };
}
