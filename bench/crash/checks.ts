import type { Api } from '../../e2e/support/api.ts';
import { eventKinds } from './flows.ts';
import { overlapsOf, wrongOrder } from './order.ts';
import type { Receiver } from './receiver.ts';
import type { SentEvent } from './senders.ts';

type Run = { runId: string; status: string; error: { message: string } | null };

const pageSize = 200;

/** What is wrong after a round, in words; an empty list when all that was promised was kept. */
export async function violationsOf(
  sent: SentEvent[],
  { users, receiver, before }: { users: Api[]; receiver: Receiver; before: string[] },
): Promise<string[]> {
  const wrong: string[] = wrongOrder(sent, receiver);
  for (const event of sent) wrong.push(...wrongCalls(event, receiver));
  for (const [user, api] of users.entries()) {
    const runs = await runsSince(api, before[user]!);
    wrong.push(
      ...wrongRuns(
        sent.filter((event) => event.user === user),
        runs,
      ),
    );
  }
  return wrong;
}

/** Each call once at least where the event was acknowledged, by one run only in any case, and never twice at a time. */
function wrongCalls(event: SentEvent, receiver: Receiver): string[] {
  return eventKinds[event.name].calls.flatMap((path) => {
    const calls = receiver.calls.get(`${path} ${event.no}`);
    return [...wrongKeys(event, path, [...(calls?.keys() ?? [])]), ...overlapsOf(event.no, path, calls)];
  });
}

function wrongKeys(event: SentEvent, path: string, keys: string[]): string[] {
  if (keys.length > 1)
    return [`Event ${event.no} led to ${path} under ${keys.length} keys: ${keys.join(', ')}`];
  if (!event.runIds) return [];
  if (keys.length === 0) return [`Event ${event.no} was acknowledged, and never led to ${path}`];
  const [runId] = event.runIds;
  return keys[0]!.startsWith(`${runId}:`) ? [] : [`Event ${event.no}: ${path} has the key of another run`];
}

/** Every run is whole; every acknowledged event has its one; what is left over belongs to an unacknowledged event. */
function wrongRuns(sent: SentEvent[], runs: Run[]): string[] {
  const wrong = runs
    .filter((run) => run.status !== 'completed')
    .map((run) => `Run ${run.runId} is ${run.status}: ${run.error?.message ?? 'no error'}`);
  const left = new Set(runs.map((run) => run.runId));
  for (const { no, runIds } of sent) {
    if (!runIds) continue;
    if (runIds.length !== 1) wrong.push(`Event ${no} started ${runIds.length} runs`);
    for (const runId of runIds) {
      if (!left.delete(runId))
        wrong.push(`The run ${runId} of event ${no} is lost, or belongs to two events`);
    }
  }
  const unknown = sent.filter((event) => !event.runIds).length;
  if (left.size > unknown)
    wrong.push(`${left.size} runs are left over for ${unknown} events without an answer`);
  return wrong;
}

/** The runs of a user that began after a run, newest first. */
async function runsSince(api: Api, last: string): Promise<Run[]> {
  const found: Run[] = [];
  for (;;) {
    const before = found.at(-1)?.runId ?? '';
    const page = await api.ask<Run[]>('GET', `/runs?limit=${pageSize}&before=${before}`);
    const newer = page.filter((run) => run.runId > last);
    found.push(...newer);
    if (newer.length < pageSize) return found;
  }
}

/** The newest run of each user. */
export async function lastRuns(users: Api[]): Promise<string[]> {
  const last = users.map(async (api) => (await api.ask<Run[]>('GET', '/runs?limit=1'))[0]?.runId ?? '');
  return Promise.all(last);
}

/** Events that a whole test led to under two keys: nothing of an earlier round may be done again later. */
export function doubledCalls(receiver: Receiver): string[] {
  return [...receiver.calls]
    .filter(([, keys]) => keys.size > 1)
    .map(([place, keys]) => `${place} was called under ${keys.size} keys`);
}
