import { medianOf } from '../support/stats.ts';
import { figure, ratio, table } from '../support/table.ts';
import type { Motion } from './moves.ts';
import type { Visit } from './visit.ts';

export type Comparison = { components: number; ours: Visit[]; bare: Visit[] };

const moves: [title: string, motion: (visit: Visit) => Motion, bar: string][] = [
  ['pan, zoom 1', (visit) => visit.lifeSize.pan, '≥ 55 fps'],
  ['drag, zoom 1', (visit) => visit.lifeSize.drag, '≥ 55 fps'],
  ['pan, fitted', (visit) => visit.fitted.pan, '≥ 0.90 ×'],
  ['drag, fitted', (visit) => visit.fitted.drag, '≥ 0.90 ×'],
];

/** One flow's table: ours, the bare React Flow, what ours is of it, and the bar to reach. */
export function comparisonTable({ components, ours, bare }: Comparison): string {
  return table(
    [`${figure(components)} components`, 'ours', 'bare', 'ratio', 'bar'],
    [
      [
        'first visible cards',
        `${figure(firstCards(ours))} ms`,
        `${figure(firstCards(bare))} ms`,
        ratio(firstCards(ours), firstCards(bare)),
        components === 1_000 ? '< 1,500 ms' : '',
      ],
      ['long tasks while opening', blocked(ours), blocked(bare), '', ''],
      ...moves.map(([title, motion, bar]) => motionRow(title, ours.map(motion), bare.map(motion), bar)),
      [
        'JS heap',
        `${figure(heapMiB(ours), 1)} MiB`,
        `${figure(heapMiB(bare), 1)} MiB`,
        ratio(heapMiB(ours), heapMiB(bare)),
        '',
      ],
    ],
  );
}

function firstCards(visits: Visit[]): number {
  return medianOf(visits, (visit) => visit.firstCards);
}

function heapMiB(visits: Visit[]): number {
  return medianOf(visits, (visit) => visit.heap) / 2 ** 20;
}

function blocked(visits: Visit[]): string {
  const tasks = medianOf(visits, (visit) => visit.opening.longTasks);
  const ms = medianOf(visits, (visit) => visit.opening.blockedMs);
  return `${figure(tasks)} / ${figure(ms)} ms`;
}

function motionRow(title: string, ours: Motion[], bare: Motion[], bar: string): string[] {
  return [title, motionText(ours), motionText(bare), ratio(fps(ours), fps(bare)), bar];
}

function fps(motions: Motion[]): number {
  return medianOf(motions, (motion) => motion.fps);
}

function motionText(motions: Motion[]): string {
  const p50 = medianOf(motions, (motion) => motion.p50);
  const p95 = medianOf(motions, (motion) => motion.p95);
  const tasks = medianOf(motions, (motion) => motion.longTasks);
  const longest = medianOf(motions, (motion) => motion.longest);
  const long = tasks > 0 ? `${figure(tasks)} long, ≤ ${figure(longest)} ms` : 'none long';
  return `${figure(fps(motions), 1)} fps (${figure(p50, 1)} / ${figure(p95, 1)} ms; ${long})`;
}
