import { createCancellations } from '../cancellations.ts';
import { createGates } from '../gates.ts';
import { createJournal, type Journal, type JournalEntry } from '../journal.ts';
import type { EngineSettings } from '../settings.ts';
import { createVersions } from '../versions.ts';
import type { Crash } from './scenario.ts';

/** The process of this life is dead: nothing of it may be written any more. */
export class Dead extends Error {
  override name = 'Dead';
}

/** One life of a process that runs flows; undisturbed without a crash. */
export type Life = { crash: Crash | undefined; writes: number; dead: boolean; stopping: AbortController };

export const newLife = (crash: Crash | undefined): Life => ({
  crash,
  writes: 0,
  dead: false,
  stopping: new AbortController(),
});

/** Is told of what is about to be written, and of what has been. */
export type JournalWatch = {
  writes(entry: JournalEntry): Promise<void>;
  wrote(entry: JournalEntry): void;
};

/** A journal whose process dies, or is told to stop, at one of its writes. */
export function dyingJournal(settings: EngineSettings, life: Life, watch: JournalWatch): Journal {
  const journal = createJournal(settings, life.stopping.signal);
  const write = async (entry: JournalEntry): Promise<boolean> => {
    const written = await journal.write(entry);
    watch.wrote(entry);
    return written;
  };
  return {
    async write(entry) {
      if (life.dead) throw new Dead();
      life.writes += 1;
      const { crash, writes } = life;
      await watch.writes(entry);
      if (!crash || writes !== crash.atWrite || crash.how === 'in the next effect') return write(entry);
      if (crash.how === 'told to stop') {
        life.stopping.abort(new Error('The process stops.'));
        return write(entry);
      }
      life.dead = true;
      if (crash.how === 'after the commit') await write(entry);
      throw new Dead();
    },
    idle: () => journal.idle(),
  };
}

const during = (_job: unknown, work: () => Promise<void>) => work();

/** What else a runner needs in a life. Nobody has to share, is suspected, or given up. */
export function runnerParts(settings: EngineSettings, life: Life) {
  return {
    versions: createVersions(settings),
    stopping: life.stopping.signal,
    cancellations: createCancellations(settings, life.stopping.signal),
    gates: createGates(settings),
    shares: { during, fetch: async () => {}, idle: async () => {} },
    suspects: { during },
    giveUp: () => Promise.reject(life.dead ? new Dead() : new Error('No run of a scenario is given up.')),
  };
}
