import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { useDatabase } from '../store/testing/database.ts';
import { createCrashingRunner } from './testing/crashing-runner.ts';
import { statusOf, useEngine } from './testing/engine.ts';
import { endings, queues, scenarios } from './testing/scenario-arbitraries.ts';
import { checkOrder, checkRuns } from './testing/scenario-checks.ts';
import { expectedOf } from './testing/scenario-model.ts';
import type { Scenario } from './testing/scenario.ts';

const database = useDatabase();

/** More of them: `RUNNER_SCENARIOS=5000 npm run test:unit -- runner.property`. */
const numRuns = Number(process.env['RUNNER_SCENARIOS'] ?? 80);

test.each([
  ['a run does what a plain walk through its flow does', scenarios, Math.ceil(numRuns * 0.55)],
  [
    'a run that is cancelled, or whose flow is stopped, ends as the truth is',
    endings,
    Math.ceil(numRuns * 0.25),
  ],
  ['runs that wait for each other come in their order', queues, Math.ceil(numRuns * 0.2)],
] as const)(
  'whatever fails and whenever the process dies, %s',
  { timeout: 60_000 + numRuns * 1_000 },
  async (_title, arbitrary, count) => {
    const engine = await useEngine(database());
    const runner = createCrashingRunner(database());
    onTestFinished(() => runner.close());
    await fc.assert(
      fc.asyncProperty(arbitrary.filter(isFit), async (scenario) => {
        const played = await runner.play(engine, scenario);
        expect(played.runs).toHaveLength(scenario.events.length);
        await checkRuns(database(), scenario, { played, runs: played.runs, healed: false });
        checkOrder(scenario, played.runs, played);
        if (!scenario.retry) return;
        const failed = await failedOf(played.runs.map(({ runId }) => runId));
        const again = await played.retry(scenario.retry);
        expect(again).toHaveLength(failed.length);
        if (again.length === 0) return;
        await checkRuns(database(), scenario, { played, runs: again, healed: true });
        checkOrder(scenario, again, played);
      }),
      { numRuns: count },
    );
  },
);

/** Small, and there is one thing that it must come to. */
function isFit(scenario: Scenario): boolean {
  return scenario.events
    .flatMap((event) => [expectedOf(scenario, event), expectedOf(scenario, event, true)])
    .every(({ steps, isChance }) => steps.size <= 50 && !isChance);
}

async function failedOf(runIds: string[]): Promise<string[]> {
  const statuses = await Promise.all(runIds.map((runId) => statusOf(database(), runId)));
  return runIds.filter((_, index) => statuses[index] === 'failed');
}
