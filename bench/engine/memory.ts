import { heardEvent } from './event.ts';
import type { Stage } from './stage.ts';

/** Less than a user may have open at once. */
const slices = 20;

/** MiB that the product holds: at first, and each time a twentieth of so many events has gone through its flow. */
export async function memoryByEvents(
  stage: Stage,
  events: number,
): Promise<{ events: number; mebibytes: number }[]> {
  const { url, token } = stage;
  const points = [{ events: 0, mebibytes: await residentMebibytes(url) }];
  for (let slice = 1; slice <= slices; slice += 1) {
    await stage.load.ask('complete', {
      url,
      token,
      event: heardEvent,
      connections: 64,
      forMs: 60 * 60_000,
      atMost: events / slices,
      firstNo: slice * events,
    });
    points.push({ events: (slice * events) / slices, mebibytes: await residentMebibytes(url) });
  }
  return points;
}

async function residentMebibytes(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1];
  if (bytes === undefined) throw new Error('The metrics do not tell the memory of the process.');
  return Number(bytes) / 2 ** 20;
}
