import { isTrigger } from '../flow/manifest.ts';
import type { RunPayload } from '../store/jobs.ts';
import { type Claim as JobClaim, type ClaimedRun, claimRuns } from '../store/claimed-runs.ts';
import { readSteps } from '../store/steps.ts';
import { createBatcher } from './batcher.ts';
import type { Cancellations } from './cancellations.ts';
import type { Gates } from './gates.ts';
import type { GiveUp } from './give-up.ts';
import type { Journal } from './journal.ts';
import { persist } from './persist.ts';
import type { EngineSettings } from './settings.ts';
import type { Shares } from './shares.ts';
import type { Suspects } from './suspects.ts';
import { type Span, traceparentOf, within } from './tracing.ts';
import type { Versions } from './versions.ts';
import { walkToEnd } from './walk-to-end.ts';

type Claim = (runId: string) => Promise<ClaimedRun | undefined>;

export type Runner = {
  /**
   * Goes on with a run until it ends, waits for a retry, or is handed back. A run that has ended, or whose flow
   * does not run, is left alone.
   *
   * @param claim reads it; undefined when it is to be left alone. Default: as the run of a job.
   */
  run(
    job: RunPayload & { /** How often it was taken, from 1. */ attempt: number; jobId?: string },
    claim?: Claim,
  ): Promise<void>;
};

export function createRunner(
  settings: EngineSettings,
  parts: {
    journal: Journal;
    versions: Versions;
    /** Aborted when this process must let go of its runs. */
    stopping: AbortSignal;
    cancellations: Cancellations;
    gates: Gates;
    giveUp: GiveUp;
    shares: Shares;
    suspects: Suspects;
    stopFlow: (flowId: string, by: string) => Promise<void>;
  },
): Runner {
  const claims = createBatcher<JobClaim, ClaimedRun | undefined>({
    maxItems: 100,
    maxWeight: Infinity,
    weigh: () => 0,
    async write(jobs) {
      const runs = await persist(
        () => claimRuns(settings.database.pool, jobs, settings.clock()),
        parts.stopping,
      );
      const live = runs.filter((run) => run.live);
      settings.metrics.runsEnded('cancelled', runs.length - live.length);
      const byId = new Map(live.map((run) => [run.id, run]));
      return jobs.map(({ runId, jobId = null }) => {
        const run = byId.get(runId);
        return run?.jobId === jobId ? run : undefined;
      });
    },
  });
  return {
    run: (job, claim = (runId) => claims.add({ runId, jobId: job.jobId })) =>
      parts.shares.during(job, () =>
        parts.suspects.during(job, () =>
          parts.cancellations.during(job.runId, async (signal) => {
            const run = (await claim(job.runId)) ?? (await knockOrClaim(job.runId, claim));
            if (run) await goOn(run, signal);
          }),
        ),
      ),
  };

  /** It may have been let through its gate just when it was not to be claimed yet, and this job is still its only one. */
  async function knockOrClaim(runId: string, claim: Claim): Promise<ClaimedRun | undefined> {
    return (await parts.gates.knock(runId)) ? undefined : claim(runId);
  }

  async function goOn(run: ClaimedRun, signal: AbortSignal): Promise<void> {
    const span = settings.tracing.begin(
      'run',
      'consumer',
      {
        'tributary.run.id': run.id,
        'tributary.run.resumed': !run.fresh,
        'tributary.flow.id': run.flowId,
        'tributary.user.id': run.userId,
      },
      traceparentOf(run),
    );
    await within(span, () => walkOn(run, span, signal));
  }

  async function walkOn(run: ClaimedRun, span: Span, signal: AbortSignal): Promise<void> {
    const descriptor = await parts.versions.read(run.versionId);
    const journaled = run.fresh ? [] : await readSteps(settings.database.pool, run.id);
    const { journal } = parts;
    const end = await walkToEnd(settings, {
      run,
      descriptor,
      journaled,
      journal,
      giveUp: parts.giveUp,
      stopping: signal,
      announceEnd: waitsForResponse(settings, descriptor[run.componentId]),
      span,
    });
    span.tell({ 'tributary.run.end': end });
    if (end === 'stop-flow') await parts.stopFlow(run.flowId, run.userId);
    else if (run.gated && end !== 'later') parts.gates.look([run]);
  }
}

/** Does the call that started the run wait for its answer? */
export function waitsForResponse(
  settings: EngineSettings,
  node:
    { type: string; config?: { properties?: Record<string, unknown> | undefined } | undefined } | undefined,
): boolean {
  if (!node) return false;
  const manifest = settings.catalogue.component(node.type)?.manifest;
  if (manifest && !isTrigger(manifest)) return false;
  return settings.behaviours[node.type]?.waitsForResponse?.(node.config?.properties ?? {}) ?? false;
}
