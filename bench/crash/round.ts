import { setTimeout as delay } from 'node:timers/promises';
import { burialsOf, type Sighting, untilBuried, watchWorkers } from './burials.ts';
import { lastRuns, violationsOf } from './checks.ts';
import { eventKinds } from './flows.ts';
import { runsEnded, until, untilQuiet } from './quiet.ts';
import type { Random } from '../../e2e/support/random.ts';
import type { Receiver } from './receiver.ts';
import { newEvent, send, type SentEvent, sendUntil } from './senders.ts';
import type { Stage } from './stage.ts';

export type Round = {
  victims: string[];
  /** Milliseconds of traffic before the kill. */
  killedAfter: number;
  events: number;
  acknowledged: number;
  /** Events whose first try was not answered. */
  cutOff: number;
  /** Calls that were made again under their key. */
  repeatedCalls: number;
  /** Milliseconds from the kill until all is quiet. */
  quietAfter: number;
  /** Milliseconds until the last dead worker was replaced; undefined: none died. */
  buriedAfter: number | undefined;
  violations: string[];
};

/** Sends events, kills somebody at a random moment, starts what does not come back by itself, waits, and checks. */
export async function playRound(
  stage: Stage,
  {
    plan,
    traffic,
    receiver,
    nextNo,
  }: { plan: Random; traffic: Random; receiver: Receiver; nextNo: () => number },
): Promise<Round> {
  const { instances, users } = stage;
  const before = await lastRuns(users);
  const stopSending = new AbortController();
  const sending = sendUntil(stopSending.signal, { users, random: traffic, nextNo });
  sending.catch(() => undefined); // told where it is awaited

  const stopWatching = new AbortController();
  const sightings: Sighting[] = [];
  const watching = watchWorkers(stage.database, sightings, stopWatching.signal);

  const killedAfter = plan.between(20, 1_200);
  await delay(killedAfter);
  const killedAt = performance.now();
  const victims = chooseVictims(stage, plan);
  const startAfter = victims.map(() => plan.between(0, 400));
  const left = instances.filter((one) => one.runsFlows && !victims.includes(one)).length;
  // Who comes back looks for the dead at once. So now and then the others have to find them, before anybody comes back.
  const startsLate = left > 0 && plan.share() < 0.5;
  await Promise.all(victims.map((victim) => victim.kill()));
  await Promise.all(
    victims.map(async (victim, index) => {
      await delay(startAfter[index]);
      if (startsLate) await untilBuried(sightings, left);
      await victim.start?.();
    }),
  );
  await delay(plan.between(100, 600));
  stopSending.abort();
  const sent = await sending;
  await untilQuiet(instances);
  const quietAfter = performance.now() - killedAt;

  sent.push(...(await proveAllWork(stage, nextNo)));
  await untilQuiet(instances);
  stopWatching.abort();
  await watching;
  const burials = burialsOf(sightings, killedAt);
  return {
    victims: victims.map((victim) => victim.name),
    killedAfter,
    events: sent.length,
    acknowledged: sent.filter((event) => event.runIds).length,
    cutOff: sent.filter((event) => event.tries > 1 || !event.runIds).length,
    repeatedCalls: repeatedCalls(sent, receiver),
    quietAfter,
    buriedAfter: burials.slowest,
    violations: [...burials.violations, ...(await violationsOf(sent, { users, receiver, before }))],
  };
}

type Victim = { name: string; kill(): Promise<void>; start?(): Promise<void> };

/** One of all processes, now and then two. */
function chooseVictims(stage: Stage, random: Random): Victim[] {
  const all: Victim[] = [...stage.instances, { name: 'postgres', kill: () => stage.killPostgres() }];
  const first = random.pick(all);
  if (random.share() < 0.75) return [first];
  return [first, random.pick(all.filter((victim) => victim !== first))];
}

/** Sends events until every process that runs flows has ended a run since. */
async function proveAllWork(stage: Stage, nextNo: () => number): Promise<SentEvent[]> {
  const workers = stage.instances.filter((instance) => instance.runsFlows);
  const before = await Promise.all(workers.map(runsEnded));
  const probes: SentEvent[] = [];
  await until(async () => {
    const probe = newEvent({ no: nextNo(), user: 0, name: 'order-created', customer: 'a', keyed: true });
    probes.push(probe);
    await send(stage.users[0]!, probe);
    const now = await Promise.all(workers.map(runsEnded));
    const idle = workers.filter((_, index) => now[index]! <= before[index]!);
    return idle.length > 0 && `${idle.map(({ name }) => name).join(', ')} ended no run`;
  });
  return probes;
}

/** What fails once by itself is called twice. */
function repeatedCalls(sent: SentEvent[], receiver: Receiver): number {
  let repeated = 0;
  for (const { no, name } of sent) {
    const { calls, usual } = eventKinds[name];
    for (const path of calls) {
      for (const made of receiver.calls.get(`${path} ${no}`)?.values() ?? []) {
        repeated += Math.max(0, made.length - usual);
      }
    }
  }
  return repeated;
}
