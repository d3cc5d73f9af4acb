// `node bench/variables/main.ts [rounds]`: reads examples, opens the variable picker, types in a large example.
// See ../README.md.
import { chromium } from '@playwright/test';
import { Api } from '../../e2e/support/api.ts';
import { makeDataFolder, startServer } from '../../e2e/support/server.ts';
import playwrightConfig from '../../playwright.config.ts';
import { machine } from '../support/machine.ts';
import { median } from '../support/stats.ts';
import { figure, ratio, table } from '../support/table.ts';
import { flatFields, nestedFields, orders } from './examples.ts';
import { inferenceTable } from './inference.ts';
import { openPicker } from './picker.ts';
import { typeInExample } from './typing.ts';

const rounds = Number(process.argv[2] ?? 5);
/** ms */
const bars = { open: 100, task: 50 };

console.log(`${machine()}\n`);
console.log(`${inferenceTable([100_000, 1_000_000, 5_000_000], rounds)}\n`);

const data = await makeDataFolder();
const server = await startServer(data.folder);
const browser = await chromium.launch(playwrightConfig.use?.launchOptions ?? {});
try {
  const api = await new Api(server.url).as('bench', 'correct horse');
  console.log(`${await pickerTable(api)}\n`);
  console.log(`${await typingTable(api)}\n`);
  console.log(`At the end: ${machine()}`);
} finally {
  await browser.close();
  await server.stop();
  await data.remove();
}

async function pickerTable(api: Api): Promise<string> {
  const rows: string[][] = [];
  for (const [name, example] of [
    ['10,000 fields, nested', nestedFields(10_000)],
    ['10,000 fields, flat', flatFields(10_000)],
  ] as const) {
    const { first, later, search, cpu } = await openPicker(browser, api, { example, rounds });
    rows.push([
      name,
      `${figure(first)} ms`,
      `${figure(median(later))} ms`,
      ratio(Math.max(first, median(later)), bars.open),
      longest(search),
      `${figure(cpu.first)}, ${figure(cpu.later)} ms`,
      `${figure(cpu.search)}, ${figure(cpu.searchAgain)} ms`,
      `< ${bars.open} ms`,
    ]);
  }
  return table(
    [
      'picker opens',
      'first time',
      'later',
      '÷ bar',
      'search, longest task',
      'processor time',
      'search',
      'bar',
    ],
    rows,
  );
}

async function typingTable(api: Api): Promise<string> {
  const example = orders(2_000_000);
  const rows: string[][] = [];
  for (const [name, text] of [
    ['in a text', ' and typed on'],
    ['so that it is no JSON any more', '", "half'],
  ] as const) {
    const { keys, rest, cpu } = await typeInExample(browser, api, { example, text });
    const most = Math.max(0, ...keys, ...rest);
    rows.push([
      name,
      longest(keys),
      longest(rest),
      ratio(most, bars.task),
      `${figure(cpu)} ms`,
      `≤ ${bars.task} ms`,
    ]);
  }
  return table(
    ['typing in 2 MB', 'longest task at a key', 'when it rests', '÷ bar', 'processor time', 'bar'],
    rows,
  );
}

/** Browsers report tasks over 50 ms only. */
function longest(tasks: number[]): string {
  return tasks.length === 0 ? '≤ 50 ms' : `${figure(Math.max(...tasks))} ms (${tasks.length})`;
}
