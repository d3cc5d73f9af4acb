// The process the load comes from; `fork-load.ts` starts it and sends it tasks.
import { createTasks } from './tasks.ts';

const tasks: Record<string, (input: never) => Promise<unknown>> = await createTasks();

process.on('message', ({ task, input }: { task: string; input: never }) => {
  tasks[task]!(input).then(
    (output) => process.send?.({ output }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
