import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { createCrashingRunner, type PlayedRun } from './testing/crashing-runner.ts';
import { stepsOf, statusOf, useEngine } from './testing/engine.ts';
import { type ExpectedRun, expectedOf } from './testing/scenario-model.ts';
import { type Scenario, scenarios } from './testing/scenario.ts';

const database = useDatabase();

/** More of them: `RUNNER_SCENARIOS=5000 npm run test:unit -- runner.property`. */
const numRuns = Number(process.env['RUNNER_SCENARIOS'] ?? 60);

test(
  'whatever fails and whenever the process dies, a run does what a plain walk through its flow does',
  { timeout: 60_000 + numRuns * 1_000 },
  async () => {
    const engine = await useEngine(database());
    const runner = createCrashingRunner(database());
    onTestFinished(() => runner.close());
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const played = await runner.play(engine, scenario);
        expect(played).toHaveLength(scenario.events.length);
        for (const [index, run] of played.entries()) {
          await compare(scenario, run, expectedOf(scenario, scenario.events[index]!));
        }
      }),
      { numRuns },
    );
  },
);

/** Same status, same steps, same outputs; every effect at least as often as without a crash, under one key. */
async function compare(scenario: Scenario, run: PlayedRun, expected: ExpectedRun): Promise<void> {
  expect(await statusOf(database(), run.runId)).toBe(expected.status);
  const steps = await stepsOf(database(), run.runId);
  expect(new Set(steps.map((step) => step.step_no)).size).toBe(steps.length);
  const actual = steps.map(({ path, component_id, status, input, outputs, error }) => [
    path,
    { componentId: component_id, status, input, outputs, error },
  ]);
  const wanted = [...expected.steps].map(([path, { componentId, status, input, outputs, error }]) => [
    path,
    { componentId, status, input, outputs, error },
  ]);
  expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(wanted));

  const effects = [...expected.steps].filter(([, { componentId }]) => isEffect(scenario, componentId));
  const keys = effects.map(([path, { componentId }]) => `${run.runId}:${componentId}:${path}`);
  expect([...run.calls.keys()].toSorted()).toEqual(keys.toSorted());
  for (const [index, [, { attempts }]] of effects.entries()) {
    const calls = run.calls.get(keys[index]!)!;
    const mostCalls = scenario.crashes.length === 0 ? attempts : Infinity;
    expect(calls).toBeGreaterThanOrEqual(attempts);
    expect(calls).toBeLessThanOrEqual(mostCalls);
  }
}

function isEffect({ steps }: Scenario, componentId: string): boolean {
  return componentId !== 't' && steps[Number(componentId.slice(1))]?.kind === 'act';
}
