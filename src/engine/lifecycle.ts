import { message } from '../flow/messages/message.ts';
import { hindrancesOf } from '../flow/problems.ts';
import { addJobs } from '../store/jobs.ts';
import { regateListeners } from '../store/gates.ts';
import { deleteListeners, insertListeners } from '../store/listeners.ts';
import { cancelRuns } from '../store/cancelled-runs.ts';
import { forgetStops, insertRuns } from '../store/runs.ts';
import { deleteSchedules, type ScheduleRow } from '../store/schedules.ts';
import { endOpenSteps } from '../store/open-steps.ts';
import { lockFlow, setStage, type StagedFlow } from '../store/stages.ts';
import { despiteDeadlocks, type Queryable, transaction } from '../store/transaction.ts';
import { insertVersion } from '../store/versions.ts';
import { failureOf, FlowNotFound, FlowNotStartable } from './errors.ts';
import type { Gates } from './gates.ts';
import { normaliseDescriptor } from './normalise-descriptor.ts';
import { planTicks } from './schedules.ts';
import type { EngineSettings } from './settings.ts';
import { type StartedTrigger, startTrigger } from './start-trigger.ts';

/** Switches flows on and off. */
export type Lifecycle = {
  /**
   * From now on events start runs of the flow as it is now. Nothing happens when it runs already.
   *
   * @throws FlowNotFound, FlowNotStartable
   */
  startFlow(flowId: string, by: string): Promise<void>;
  /**
   * Nothing starts the flow any more, and what it accepted and has not begun does not run; a run in the middle
   * finishes its step and ends. Nothing happens when it is stopped already.
   *
   * @throws FlowNotFound
   */
  stopFlow(flowId: string, by: string): Promise<void>;
  /**
   * Makes a running flow run as it is now; runs accepted before go on as it was. One that was stopped meanwhile
   * stays so.
   *
   * @throws FlowNotFound, FlowNotStartable (the flow then runs on as before)
   */
  restartFlow(flowId: string, by: string): Promise<void>;
  /** The number of its runs that may be at work at once has changed: it holds at once. */
  concurrencyChanged(flowId: string): Promise<void>;
};

export function createLifecycle(settings: EngineSettings, gates: Gates): Lifecycle {
  const { database, clock, customModifiers, metrics } = settings;
  return {
    async startFlow(flowId, by) {
      await customModifiers.refresh();
      const began = await transaction(database.pool, async (db) => {
        const flow = await found(db, flowId);
        return flow.stage === 'running' ? 0 : begin(settings, db, flow, { by, before: [] });
      });
      metrics.runsBegan(began);
      gates.look([{ flowId, orderKey: null }]);
    },
    async restartFlow(flowId, by) {
      await customModifiers.refresh();
      const began = await transaction(database.pool, async (db) => {
        const flow = await found(db, flowId);
        if (flow.stage !== 'running') return 0;
        await deleteListeners(db, flowId);
        const before = await deleteSchedules(db, flowId);
        return begin(settings, db, flow, { by, before });
      });
      metrics.runsBegan(began);
      gates.look([{ flowId, orderKey: null }]);
    },
    async concurrencyChanged(flowId) {
      await regateListeners(database.pool, flowId);
      gates.look([{ flowId, orderKey: null }]);
    },
    async stopFlow(flowId, by) {
      const cancelled = await despiteDeadlocks(() =>
        transaction(database.pool, async (db) => {
          const flow = await found(db, flowId);
          await forgetStops(db, flowId);
          if (flow.stage === 'stopped') return [];
          const at = clock();
          await deleteListeners(db, flowId);
          await deleteSchedules(db, flowId);
          await setStage(db, { flowId, stage: 'stopped', by, at });
          return cancelRuns(db, { flowId, userId: flow.userId }, at);
        }),
      );
      metrics.runsEnded('cancelled', cancelled.length);
      await despiteDeadlocks(() => endOpenSteps(database.pool, cancelled, clock()));
    },
  };
}

async function found(db: Queryable, flowId: string): Promise<StagedFlow> {
  const flow = await lockFlow(db, flowId);
  if (!flow) throw new FlowNotFound(flowId);
  return flow;
}

/** Takes the snapshot, lets the triggers register, and stores the runs of what they sent. Gives the number of those. */
async function begin(
  settings: EngineSettings,
  db: Queryable,
  flow: StagedFlow,
  { by, before }: { by: string; /** What was planned while it ran as it was. */ before: ScheduleRow[] },
): Promise<number> {
  const problems = hindrancesOf(flow.descriptor, settings.catalogue);
  if (problems.length > 0) throw new FlowNotStartable(problems);
  const triggers = await startTriggers(settings, flow);

  const createdAt = settings.clock();
  const versionId = settings.newId();
  await insertVersion(db, {
    id: versionId,
    flowId: flow.id,
    descriptor: normaliseDescriptor(flow.descriptor, settings.newId),
    createdAt,
  });
  const gated = flow.concurrency !== null;
  const listeners = triggers.flatMap(({ componentId, event, orderBy }) =>
    event === undefined
      ? []
      : [
          {
            flowId: flow.id,
            componentId,
            userId: flow.userId,
            event,
            versionId,
            createdAt,
            orderBy,
            gated: gated || orderBy !== null,
          },
        ],
  );
  await insertListeners(db, listeners);
  await setStage(db, { flowId: flow.id, stage: 'running', versionId, by, at: createdAt });

  const addTickJobs = await planTicks(db, flow, { triggers, before, versionId, at: createdAt });

  const runs = triggers.flatMap(({ componentId, messages }) =>
    messages.map(({ port, text }) => ({
      id: settings.newId(),
      eventId: null,
      userId: flow.userId,
      flowId: flow.id,
      versionId,
      componentId,
      startMessage: `{"port":${JSON.stringify(port)},"content":${text}}`,
      gated,
      createdAt,
    })),
  );
  await insertRuns(db, runs);
  await addJobs(
    db,
    // Those at the gate get theirs when they pass it.
    gated ? [] : runs.map((run) => ({ runId: run.id, userId: run.userId })),
  );
  await addTickJobs();
  return runs.length;
}

async function startTriggers(settings: EngineSettings, flow: StagedFlow): Promise<StartedTrigger[]> {
  const started: StartedTrigger[] = [];
  for (const [componentId, node] of Object.entries(flow.descriptor)) {
    try {
      const trigger = await startTrigger(settings, flow, componentId, node);
      if (trigger) started.push(trigger);
    } catch (error) {
      const told = message('problem.told', { reason: failureOf(error).message });
      throw new FlowNotStartable([
        { componentId, kind: 'missing-required', message: told, place: { part: 'component' } },
      ]);
    }
  }
  return started;
}
