import { randomUUID } from 'node:crypto';
import { CancelError, type Behaviour } from '../../connectors/component.ts';
import type { TestDatabase } from '../../store/testing/database.ts';
import { createJournal, type Journal } from '../journal.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createCancellations } from '../cancellations.ts';
import { createGates } from '../gates.ts';
import { createRunner } from '../runner.ts';
import { type EngineSettings, settingsOf } from '../settings.ts';
import { createUuidV7 } from '../uuid.ts';
import { createVersions } from '../versions.ts';
import { behavioursWith, catalogue } from './catalogue.ts';
import type { TestEngine } from './engine.ts';
import { type Crash, nodesOf, type Scenario } from './scenario.ts';
import { failures } from './scenario-model.ts';

const silent = () => {};

/** The process of this life is dead: nothing of it may be written any more. */
class Dead extends Error {
  override name = 'Dead';
}

/** One life of a process that runs flows; undisturbed without a crash. */
type Life = { crash: Crash | undefined; writes: number; dead: boolean; stopping: AbortController };

const newLife = (crash: Crash | undefined): Life => ({
  crash,
  writes: 0,
  dead: false,
  stopping: new AbortController(),
});

/** Far more than any retry waits. */
const betweenLivesMs = 60 * 60_000;
/** A life does something always, so that many are a fault. */
const mostLives = 40;

export type PlayedRun = {
  runId: string;
  /** Calls of effects by their idempotency key. */
  calls: Map<string, number>;
};

/** Plays scenarios on the parts of an engine that run flows; the queue, which gives a run back to them, is the loop. */
export function createCrashingRunner(database: TestDatabase) {
  let now = Date.now();
  const clock = () => new Date(now);
  let life = newLife(undefined);
  let scenario: Scenario | undefined;
  const calls = new Map<string, number>();
  const outbound = createOutbound({ allow: [] });

  const act: Behaviour['receive'] = async (context) => {
    if (life.dead) throw new Dead();
    const { idempotencyKey: key, componentId } = context;
    const count = (calls.get(key) ?? 0) + 1;
    calls.set(key, count);
    const { crash } = life;
    if (crash?.how === 'in the next effect' && life.writes >= crash.atWrite) {
      life.dead = true;
      throw new Dead();
    }
    const step = scenario!.steps[Number(componentId.slice(1))]!;
    const { calls: failing, error } = failures[step.failing];
    if (count <= failing) {
      throw error.name === 'CancelError' ? new CancelError(error.message) : new Error(error.message);
    }
    await context.sendJson({ by: componentId, n: context.messages['in']?.content['n'] }, 'out');
  };

  const settings = settingsOf({
    database,
    behaviours: behavioursWith(act),
    catalogue,
    outbound,
    clock,
    newId: createUuidV7(clock),
    publicUrl: 'http://127.0.0.1:3000',
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    random: () => 0.5,
  });

  /** Goes on with all unfinished runs at once until they end or the process does. */
  const live = async (runIds: string[]): Promise<void> => {
    const journal = dyingJournal(settings, life);
    const runner = createRunner(settings, {
      journal,
      versions: createVersions(settings),
      stopping: life.stopping.signal,
      cancellations: createCancellations(settings, life.stopping.signal),
      gates: createGates(settings),
      shares: { during: (_job, work) => work(), fetch: async () => {}, idle: async () => {} },
      suspects: { during: (_job, work) => work() },
      giveUp: () => Promise.reject(life.dead ? new Dead() : new Error('No run of a scenario is given up.')),
      stopFlow: () => Promise.reject(new Error('No flow of a scenario stops itself.')),
    });
    const ends = await Promise.allSettled(runIds.map((runId) => runner.run({ runId, attempt: 1 })));
    await journal.idle();
    for (const end of ends) {
      if (end.status === 'rejected' && !(life.dead && end.reason instanceof Dead)) throw end.reason;
    }
  };

  return {
    /** Sends a scenario's events by `engine` (which runs none) and lives until all their runs have ended. */
    async play(engine: TestEngine, played: Scenario): Promise<PlayedRun[]> {
      scenario = played;
      calls.clear();
      const event = randomUUID();
      await engine.startNew(nodesOf(played, event));
      const runIds: string[] = [];
      for (const data of played.events) runIds.push(...(await engine.send(event, data)));
      for (let no = 0; ; no += 1) {
        const open = await unfinished(database, runIds);
        if (open.length === 0) break;
        if (no === mostLives)
          throw new Error(`After ${no} lives these runs have not ended: ${open.join(', ')}`);
        now += betweenLivesMs;
        life = newLife(played.crashes[no]);
        await live(open);
      }
      return runIds.map((runId) => ({
        runId,
        calls: new Map([...calls].filter(([key]) => key.startsWith(`${runId}:`))),
      }));
    },
    async close() {
      await settings.javascript.stop();
      await outbound.close();
    },
  };
}

/** A journal whose process dies, or is told to stop, at one of its writes. */
function dyingJournal(settings: EngineSettings, life: Life): Journal {
  const journal = createJournal(settings, life.stopping.signal);
  return {
    async write(entry) {
      if (life.dead) throw new Dead();
      life.writes += 1;
      const { crash } = life;
      if (!crash || life.writes !== crash.atWrite || crash.how === 'in the next effect')
        return journal.write(entry);
      if (crash.how === 'told to stop') {
        life.stopping.abort(new Error('The process stops.'));
        return journal.write(entry);
      }
      life.dead = true;
      if (crash.how === 'after the commit') await journal.write(entry);
      throw new Dead();
    },
    idle: () => journal.idle(),
  };
}

async function unfinished(database: TestDatabase, runIds: string[]): Promise<string[]> {
  const rows = await database.db
    .selectFrom('runs')
    .select('id')
    .where('id', 'in', runIds)
    .where('finished_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
