// `node bench/engine/main.ts [--node-red] [--memory [--events n]]`: the engine's figures as ratios, measured in one run on one
// machine; or its memory alone. See ../README.md.
import { parseArgs } from 'node:util';
import { machine } from '../support/machine.ts';
import { medianOf } from '../support/stats.ts';
import { figure, ratio, table } from '../support/table.ts';
import { countListeners, insertForeignListeners } from './foreign-listeners.ts';
import { acceptance, endToEnd, latency, latencyBesideStuckRuns, type Pair, rounds } from './measure.ts';
import { memoryByEvents } from './memory.ts';
import { floodingNeighbour } from './neighbours.ts';
import { startNodeRed } from './node-red.ts';
import { setStage, type Stage } from './stage.ts';

const { values: asked } = parseArgs({
  options: {
    'node-red': { type: 'boolean' },
    memory: { type: 'boolean' },
    events: { type: 'string', default: '1000000' },
  },
});

const few = 10;
const many = 1_000_000;
const floodEvents = 50_000;
const stuckRuns = 100;

/** Each rate is set against the raw limit of its own moment, so that a busy machine does not look like a cost. */
function share(pairs: Pair[]): number {
  return medianOf(pairs, (pair) => pair.ours.perSecond / pair.raw.perSecond);
}

function acceptanceRow(title: string, pairs: Pair[]): string[] {
  return [
    title,
    `${figure(medianOf(pairs, (pair) => pair.ours.perSecond))}/s`,
    `${figure(medianOf(pairs, (pair) => pair.raw.perSecond))}/s raw`,
    ratio(share(pairs), 1),
    '≥ 0.70 ×',
  ];
}

function processorRow(title: string, pairs: Pair[]): string[] {
  return [
    title,
    `${figure(medianOf(pairs, (pair) => pair.ours.processorUs))} µs`,
    `${figure(medianOf(pairs, (pair) => pair.raw.processorUs))} µs raw`,
    ratio(
      medianOf(pairs, (pair) => pair.ours.processorUs / pair.raw.processorUs),
      1,
    ),
    '',
  ];
}

async function measure(stage: Stage): Promise<string[][]> {
  const { database, flowId } = stage;
  await insertForeignListeners(database, { count: few, flowId });
  progress('warming up');
  await acceptance(stage, 64);
  await endToEnd(stage, { connections: 16, events: 1_000 });

  progress('accepting at 16 and 64 connections');
  const at16 = await acceptance(stage, 16);
  const at64 = await acceptance(stage, 64);
  progress('three-step flows');
  const flows = await endToEnd(stage, { connections: 64, events: 4_000 });
  const nodeRed = asked['node-red'] ? await completedByNodeRed(stage) : undefined;
  progress('latency at 50 events a second');
  const times = await latency(stage, 6_000);
  progress(`${stuckRuns} runs of another user are stuck`);
  const beside = await latencyBesideStuckRuns(stage, { stuckRuns, forMs: 6_000 });
  progress('one user floods');
  const { alone, flooded, flood } = await floodingNeighbour(stage, floodEvents);
  progress(`inserting ${figure(many)} listeners`);
  await insertForeignListeners(database, { count: many, flowId });
  const listeners = await countListeners(database);
  progress('accepting with them');
  const atMillion = await acceptance(stage, 64);

  const completed = medianOf(flows, (flow) => flow.completed);
  return [
    acceptanceRow('events accepted, 16 connections', at16),
    processorRow('processor time of each', at16),
    acceptanceRow('events accepted, 64 connections', at64),
    processorRow('processor time of each', at64),
    [
      'three-step flows with a call, completed',
      `${figure(completed)}/s`,
      `${figure(medianOf(flows, (flow) => flow.accepted))}/s accepted meanwhile`,
      ratio(
        completed,
        medianOf(at64, (pair) => pair.raw.perSecond),
      ),
      '≥ Node-RED, 1,912/s',
    ],
    ...(nodeRed === undefined
      ? []
      : [
          [
            'the same against Node-RED, which stores nothing',
            `${figure(completed)}/s`,
            `${figure(nodeRed)}/s Node-RED`,
            ratio(completed, nodeRed),
            '≥ 1.00 ×',
          ],
        ]),
    [
      'POST → side effect at 50/s, p50',
      `${figure(
        medianOf(times, (time) => time.p50),
        1,
      )} ms`,
      '',
      '',
      '≤ 10 ms',
    ],
    [
      'POST → side effect at 50/s, p99',
      `${figure(
        medianOf(times, (time) => time.p99),
        1,
      )} ms`,
      '',
      '',
      '≤ 25 ms',
    ],
    [
      `the same while ${figure(beside.stuck)} runs of another user hang, p99`,
      `${figure(beside.p99, 1)} ms`,
      `${figure(beside.p50, 1)} ms p50`,
      '',
      '≤ 500 ms',
    ],
    [
      `accepted with ${figure(listeners)} listeners`,
      `${figure(medianOf(atMillion, (pair) => pair.ours.perSecond))}/s`,
      `${figure(medianOf(atMillion, (pair) => pair.raw.perSecond))}/s raw`,
      `${ratio(share(atMillion), share(at64))} of that with few`,
      '≥ 0.90 ×',
    ],
    [
      `others' start delay while one sends ${figure(floodEvents)}, p95`,
      `${figure(flooded.p95, 1)} ms`,
      `${figure(alone.p95, 1)} ms alone`,
      ratio(flooded.p95, alone.p95),
      '',
    ],
    [
      'the flood itself, accepted',
      `${figure(flood.accepted / flood.seconds)}/s`,
      `${figure(flood.refused)} refused`,
      '',
      '',
    ],
  ];
}

function progress(text: string): void {
  console.error(`  ${text} …`);
}

/** Three-step flows per second of a Node-RED, installed for it. */
async function completedByNodeRed(stage: Stage): Promise<number> {
  progress('installing Node-RED from npm');
  const nodeRed = await startNodeRed(await stage.load.ask('receiverUrl', undefined));
  try {
    progress('three-step flows of Node-RED');
    const load = { connections: 64, events: 4_000 };
    const results = await endToEnd({ ...stage, url: nodeRed.url }, load);
    return medianOf(results, (result) => result.completed);
  } finally {
    await nodeRed.stop();
  }
}

async function measureMemory(stage: Stage, events: number): Promise<string[][]> {
  progress(`sending ${figure(events)} events through three-step flows`);
  const points = await memoryByEvents(stage, events);
  return points.map((point) => [`after ${figure(point.events)} events`, `${figure(point.mebibytes)} MiB`]);
}

const before = machine();
const began = performance.now();
const stage = await setStage();
try {
  if (asked.memory) {
    const rows = await measureMemory(stage, Number(asked.events));
    console.log(`\n${before}\n\n${table(['memory of the process', 'resident'], rows)}`);
  } else {
    const rows = await measure(stage);
    console.log(`\n${before}\nMedians of ${rounds} rounds.\n`);
    console.log(table(['', 'ours', 'beside it', 'ratio', 'bar'], rows));
  }
  console.log(`\n${figure((performance.now() - began) / 1000)} s in all; at the end: ${machine()}`);
} finally {
  await stage.close();
}
