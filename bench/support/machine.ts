import { cpus, loadavg, totalmem } from 'node:os';
import { figure } from './table.ts';

/** What a table of figures must say to be read: the machine, and how busy others kept it. */
export function machine(): string {
  const cores = cpus();
  const memory = figure(totalmem() / 2 ** 30);
  return `${cores.length} × ${cores[0]?.model ?? 'unknown'}, ${memory} GiB, Node ${process.versions.node}, load average ${loadavg()
    .map((load) => figure(load, 2))
    .join(' ')}`;
}
