import { setTimeout as delay } from 'node:timers/promises';
import type { Instance } from './stage.ts';

const askEveryMs = 50;
const quietWithinMs = 90_000;

/** Resolves when every instance is healthy and no job is left in the queue. */
export async function untilQuiet(instances: Instance[]): Promise<void> {
  await until(async () => {
    for (const { name, url } of instances) {
      const health = await textOf(`${url}/health`);
      if (health === undefined) return `the ${name} is not healthy`;
    }
    const metrics = (await textOf(`${instances[0]!.url}/metrics`)) ?? '';
    const jobs = [...metrics.matchAll(/^tributary_queue_jobs\{state="([a-z-]+)"\} (\d+)$/gm)];
    if (jobs.length === 0) return 'the metrics tell nothing of the queue';
    const left = jobs.filter(([, , count]) => count !== '0');
    return left.length > 0 && left.map(([, state, count]) => `${count} jobs are ${state}`).join(', ');
  });
}

/** How many runs a process has ended since it began. */
export async function runsEnded({ url }: Instance): Promise<number> {
  const metrics = (await textOf(`${url}/metrics`)) ?? '';
  const counts = metrics.matchAll(/^tributary_runs_ended_total\{[^}]*\} (\d+)$/gm);
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Asks until nothing is missing any more. */
export async function until(missing: () => Promise<string | false>): Promise<void> {
  const deadline = Date.now() + quietWithinMs;
  for (let what = await missing(); what !== false; what = await missing()) {
    if (Date.now() > deadline) throw new Error(`After ${quietWithinMs / 1000} s ${what}.`);
    await delay(askEveryMs);
  }
}

/** Undefined for any answer but a success. */
async function textOf(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const text = await response.text();
    return response.ok ? text : undefined;
  } catch {
    return undefined; // nothing listens yet
  }
}
