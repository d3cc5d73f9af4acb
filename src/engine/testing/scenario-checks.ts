import { expect } from 'vitest';
import type { TestDatabase } from '../../store/testing/database.ts';
import { durationMs } from '../../connectors/utils/duration.ts';
import { listUnprocessed } from '../../store/unprocessed.ts';
import type { Played, PlayedRun } from './crashing-runner.ts';
import { statusOf, stepsOf } from './engine.ts';
import { type ActualStep, isEffect, named, pathsOf, plain, type Step } from './actual-steps.ts';
import { type ExpectedRun, expectedOf } from './scenario-model.ts';
import { type Scenario, stepIndex } from './scenario.ts';

/** Each run did what the reference does; or, where it was cancelled or its flow stopped, some of that and nothing else. */
export async function checkRuns(
  database: TestDatabase,
  scenario: Scenario,
  { played, runs, healed }: { played: Played; runs: PlayedRun[]; healed: boolean },
): Promise<void> {
  for (const run of runs) {
    const expected = expectedOf(scenario, scenario.events[run.event]!, healed);
    const status = await statusOf(database, run.runId);
    const actual = await stepsOf(database, run.runId);
    expect(new Set(actual.map((step) => step.step_no)).size).toBe(actual.length);
    expect(new Set(actual.map((step) => step.path)).size).toBe(actual.length);
    const steps = named(actual, expected.groups);
    if (status === 'cancelled' || run.stopsFlow) checkPart(scenario, status, steps, expected);
    else {
      // What stopped its flow before is done already.
      if (!healed) expect(expected.stops).toBe(false);
      expect({ status, steps: Object.fromEntries(steps) }).toEqual({
        status: expected.status,
        steps: Object.fromEntries([...expected.steps].map(([path, step]) => [path, plain(step)])),
      });
      const calls = played.calls.filter(({ runId }) => runId === run.runId);
      checkCalls(scenario, run, { calls, actual, expected, healed });
    }
    checkLate(run, runs, played);
    checkWaits(scenario, actual);
    if (!healed) checkHeldBack(scenario, run);
  }
  await checkUnprocessed(database, played, runs);
  await checkStage(database, played, runs);
}

/** The effects happened as often as they had to, each under one key. */
function checkCalls(
  scenario: Scenario,
  { runId, done }: PlayedRun,
  what: { calls: { key: string }[]; actual: ActualStep[]; expected: ExpectedRun; healed: boolean },
): void {
  const effects = what.actual.filter((step) => isEffect(scenario, step.component_id));
  const keyOf = (step: ActualStep) => `${runId}:${step.component_id}:${step.path}`;
  const called = new Set(what.calls.map(({ key }) => key));
  for (const key of called) expect(effects.map(keyOf)).toContain(key);
  for (const step of effects) if (done.has(step.path)) expect(called).not.toContain(keyOf(step));
  // How often the others are called again is told by how far they had come.
  if (what.healed) return;
  const { own } = pathsOf(what.actual, what.expected.groups);
  for (const step of effects) {
    const { attempts } = what.expected.steps.get(own.get(step.path)!)!;
    const calls = what.calls.filter(({ key }) => key === keyOf(step)).length;
    expect(calls).toBeGreaterThanOrEqual(attempts);
    if (scenario.crashes.length === 0) expect(calls).toBe(attempts);
  }
}

/** Every step is one of the reference's, and ended truthfully. */
function checkPart(
  scenario: Scenario,
  status: string,
  steps: Map<string, Step>,
  expected: ExpectedRun,
): void {
  let undone = 0;
  for (const [path, step] of steps) {
    const { attempts: _, ...wanted } = expected.steps.get(path) ?? { attempts: 0 };
    if (step.status === 'completed' || step.outputs) {
      expect({ path, ...step }).toEqual({ path, ...wanted });
      continue;
    }
    expect({ path, ...step, status: 0, error: 0 }).toEqual({
      path,
      ...wanted,
      status: 0,
      error: 0,
      outputs: null,
    });
    const ended: string = step.status;
    expect(ended).toBe(status === 'cancelled' && ended !== 'failed' ? 'cancelled' : 'failed');
    expect(ended === 'cancelled' || isEffect(scenario, step.componentId)).toBe(true);
    if (step.status === 'failed') undone += 1;
  }
  if (status !== 'cancelled') expect(status).toBe(undone > 0 ? 'failed' : 'completed');
}

/** Nothing begins once its run has ended, but what had its word to go on when another run stopped the flow. */
function checkLate({ runId }: PlayedRun, runs: PlayedRun[], { calls }: Played): void {
  const late = calls.filter((call) => call.runId === runId && call.late).length;
  const anotherStops = runs.some((other) => other.runId !== runId && other.stopsFlow);
  expect(late).toBeLessThanOrEqual(anotherStops ? 1 : 0);
}

/** Nothing goes on before its time. */
function checkWaits(scenario: Scenario, steps: ActualStep[]): void {
  for (const call of steps) {
    if (!call.path.endsWith('.t0')) continue;
    const wait = steps.find((step) => `${step.path}.t0` === call.path)!;
    const waited = call.started_at.getTime() - wait.finished_at!.getTime();
    const { waits } = scenario.steps[stepIndex(call.component_id)]!;
    expect(waited).toBeGreaterThanOrEqual(durationMs(waits)!);
  }
}

/** A flow is stopped exactly when one of its runs was to stop it. */
async function checkStage(database: TestDatabase, { flowId }: Played, runs: PlayedRun[]): Promise<void> {
  const flow = database.db.selectFrom('flows').select('stage').where('id', '=', flowId);
  const { stage } = await flow.executeTakeFirstOrThrow();
  expect(stage).toBe(runs.some(({ stopsFlow }) => stopsFlow) ? 'stopped' : 'running');
}

/** What follows the `done` of an Each comes behind all that its items led to. */
function checkHeldBack(scenario: Scenario, { event, written }: PlayedRun): void {
  const count = scenario.events[event]!.list.length;
  for (const { componentId, path } of written) {
    if (scenario.steps[stepIndex(componentId)]?.kind !== 'eachItem') continue;
    const firstDone = written.findIndex((row) => isUnder(row.path, `${path}.${count}`));
    const lastItem = written.findLastIndex((row) =>
      Array.from({ length: count }, (_, index) => `${path}.${index}`).some((item) => isUnder(row.path, item)),
    );
    if (firstDone >= 0) expect(firstDone).toBeGreaterThan(lastItem);
  }
}

function isUnder(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}.`) || path.startsWith(`${parent}-`);
}

/** What failed runs left undone can be tried again, all of it and nothing else. */
async function checkUnprocessed(
  database: TestDatabase,
  { flowId, userId }: Played,
  runs: PlayedRun[],
): Promise<void> {
  const undone = await database.db
    .selectFrom('steps')
    .innerJoin('runs', 'runs.id', 'steps.run_id')
    .select(['runs.id as runId', 'step_no as stepNo'])
    .where(
      'runs.id',
      'in',
      runs.map(({ runId }) => runId),
    )
    .where('runs.status', '=', 'failed')
    .where('steps.status', '=', 'failed')
    .where('outputs', 'is', null)
    .execute();
  const listed = await listUnprocessed(database.pool, { userId, flowId }, { limit: 1_000, offset: 0 });
  expect(listed.map((one) => idOf(one)).toSorted()).toEqual(undone.map((one) => idOf(one)).toSorted());
}

function idOf({ runId, stepNo }: { runId: string; stepNo: number }): string {
  return `${runId} ${stepNo}`;
}

/** Runs of one key were at their effects in the order of acceptance, and no more at once than may be. */
export function checkOrder({ events, gate }: Scenario, runs: PlayedRun[], { calls, most }: Played): void {
  if (gate.concurrency !== null) expect(most.atOnce).toBeLessThanOrEqual(gate.concurrency);
  if (!gate.orderBy) return;
  expect(most.ofOneKey).toBeLessThanOrEqual(1);
  for (const key of new Set(events.flatMap((event) => event.key ?? []))) {
    const places = calls
      .map(({ runId }) => runs.findIndex((run) => run.runId === runId))
      .filter((place) => events[runs[place]!.event]!.key === key);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
}
