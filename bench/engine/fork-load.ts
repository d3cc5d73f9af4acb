import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Tasks } from './tasks.ts';

/** Undefined for a task without input. */
type Input<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0];
type Output<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/** The load process, one task at a time. */
export type Load = {
  ask<Name extends keyof Tasks>(task: Name, input: Input<Name>): Promise<Output<Name>>;
  stop(): void;
};

export async function forkLoad(): Promise<Load> {
  const child = fork(path.join(import.meta.dirname, 'load-process.ts'));
  await once(child, 'message');
  return {
    async ask<Name extends keyof Tasks>(task: Name, input: Input<Name>): Promise<Output<Name>> {
      child.send({ task, input });
      const [reply] = (await once(child, 'message')) as [{ output: Output<Name> } | { error: string }];
      if ('error' in reply) throw new Error(`${task}: ${reply.error}`);
      return reply.output;
    },
    stop: () => child.disconnect(),
  };
}
