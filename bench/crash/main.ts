// `node bench/crash/main.ts [--rounds 100] [--processes 1] [--seed n]`: real SIGKILLs at random moments. See ../README.md.
import { parseArgs } from 'node:util';
import { machine } from '../support/machine.ts';
import { percentile } from '../support/stats.ts';
import { figure, table } from '../support/table.ts';
import { doubledCalls } from './checks.ts';
import { seeded } from '../../e2e/support/random.ts';
import { startReceiver } from './receiver.ts';
import { playRound, type Round } from './round.ts';
import { setStage } from './stage.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    processes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [rounds, processes, seed] = [values.rounds, values.processes, values.seed].map(Number) as [
  number,
  number,
  number,
];

function lineOf(no: number, round: Round): string {
  const { victims, killedAfter, events, acknowledged, cutOff, repeatedCalls } = round;
  return `${String(no).padStart(3)}  ${victims.join(' + ').padEnd(20)} after ${String(killedAfter).padStart(4)} ms  ${acknowledged} of ${events} events acknowledged, ${cutOff} cut off, ${repeatedCalls} calls repeated, quiet ${seconds(round.quietAfter)} s later, the dead replaced after ${seconds(round.buriedAfter)} s`;
}

function seconds(ms: number | undefined): string {
  return ms === undefined ? '–' : figure(ms / 1000, 1);
}

function slowestBurial(rounds: Round[]): number | undefined {
  const all = rounds.flatMap(({ buriedAfter }) => buriedAfter ?? []);
  return all.length > 0 ? Math.max(...all) : undefined;
}

function sum(rounds: Round[], count: (round: Round) => number): string {
  return figure(rounds.reduce((total, round) => total + count(round), 0));
}

function rowOf(name: string, rounds: Round[]): string[] {
  return [
    name,
    figure(rounds.length),
    sum(rounds, (round) => round.events),
    sum(rounds, (round) => round.acknowledged),
    sum(rounds, (round) => round.cutOff),
    sum(rounds, (round) => round.repeatedCalls),
    seconds(
      percentile(
        rounds.map((round) => round.quietAfter),
        0.5,
      ),
    ),
    seconds(Math.max(...rounds.map((round) => round.quietAfter))),
    seconds(slowestBurial(rounds)),
    sum(rounds, (round) => round.violations.length),
  ];
}

function summaryOf(all: Round[]): string {
  const victims = [...new Set(all.flatMap((round) => round.victims))].sort();
  return table(
    [
      'killed',
      'rounds',
      'events',
      'acknowledged',
      'cut off',
      'calls repeated',
      'quiet p50 s',
      'max s',
      'replaced max s',
      'violations',
    ],
    [
      ...victims.map((name) =>
        rowOf(
          name,
          all.filter((round) => round.victims.includes(name)),
        ),
      ),
      rowOf('in all', all),
    ],
  );
}

console.log(
  `${rounds} rounds, ${processes} ${processes === 1 ? 'process' : 'processes'}, seed ${seed}; ${machine()}`,
);
// Who is killed and when follows from the seed alone; traffic takes its numbers in an order that no seed decides.
const [plan, traffic] = [seeded(seed), seeded(seed + 1)];
const receiver = await startReceiver(traffic);
const stage = await setStage(processes, receiver.url);
let lastNo = 0;
const nextNo = () => (lastNo += 1);
const played: Round[] = [];
try {
  for (let no = 1; no <= rounds; no += 1) {
    const round = await playRound(stage, { plan, traffic, receiver, nextNo });
    played.push(round);
    console.log(lineOf(no, round));
    for (const violation of round.violations) console.log(`     VIOLATION: ${violation}`);
  }
} catch (error) {
  // Told at once: an error of the clearing up would take its place.
  console.error(`Round ${played.length + 1} could not be played.`, error);
  throw error;
} finally {
  await stage.close();
  await receiver.close();
}
console.log(`\n${summaryOf(played)}`);
const late = doubledCalls(receiver);
for (const violation of late) console.log(`VIOLATION: ${violation}`);
const violations = played.reduce((sum, round) => sum + round.violations.length, late.length);
console.log(
  violations === 0 ? '\nNothing lost, nothing doubled.' : `\n${violations} violations, seed ${seed}.`,
);
process.exit(violations === 0 ? 0 : 1);
