// `node bench/canvas/main.ts [rounds] [--sizes 100,1000]`: opens large flows in the Designer and in a bare React Flow, side
// by side. See ../README.md.
import { chromium } from '@playwright/test';
import { parseArgs } from 'node:util';
import { Api } from '../../e2e/support/api.ts';
import { makeDataFolder, startServer } from '../../e2e/support/server.ts';
import playwrightConfig from '../../playwright.config.ts';
import { machine } from '../support/machine.ts';
import { figure } from '../support/table.ts';
import { serveBare } from './bare/serve.ts';
import { gridFlow } from './flow.ts';
import { type Comparison, comparisonTable } from './report.ts';
import { visit } from './visit.ts';
import { firstLoad } from './wire.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '100,1000,5000' } },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(positionals[0] ?? 3);
/**
 * With each new window Chromium loads some hundred files of its own for the popup of its address bar, beside the page that
 * is measured; a person's window is there before they open a flow.
 */
const withoutOmnibox = ['--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup'];
const viewport = { width: 1440, height: 900 };

const before = machine();
const began = performance.now();
const data = await makeDataFolder();
const server = await startServer(data.folder);
const bare = await serveBare();
const launch = playwrightConfig.use?.launchOptions ?? {};
const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), ...withoutOmnibox] });
try {
  const api = await new Api(server.url).as('bench', 'correct horse');
  const storage = { 'tributary-token': api.token! };
  const wire = await firstLoad(browser, { url: `${server.url}/studio/flows`, storage });

  console.log(`${before}\nMedians of ${rounds} cold visits; frame times as p50 / p95.\n`);
  for (const components of sizes) console.log(`${comparisonTable(await compare(api, components))}\n`);
  console.log(
    `Studio, first load of the flows screen: ${figure(wire.gzipBytes / 1000, 1)} kB gzip in ${wire.requests} requests (bar ≤ 300 kB)`,
  );
  console.log(`\n${figure((performance.now() - began) / 1000)} s in all; at the end: ${machine()}`);

  async function compare(api: Api, components: number): Promise<Comparison> {
    const flowId = await makeFlow(api, components);
    const comparison: Comparison = { components, ours: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      const url = `${server.url}/studio/flows/${flowId}`;
      const ours = await visit(browser, { url, components, storage, viewport });
      comparison.ours.push(ours);
      // As much canvas as the Designer leaves between its panels.
      const { width, height } = ours.canvas;
      const bareVisit = await visit(browser, {
        url: `${bare.url}/?count=${components}`,
        components,
        viewport: { width: Math.round(width), height: Math.round(height) },
      });
      comparison.bare.push(bareVisit);
      console.error(`  ${figure(components)} components, round ${round + 1} of ${rounds}`);
    }
    return comparison;
  }
} finally {
  await browser.close();
  await bare.close();
  await server.stop();
  await data.remove();
}

/** Makes the flow over the API; one with problems would not be what authors have. */
async function makeFlow(api: Api, components: number): Promise<string> {
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: `${components} components`,
    flow: gridFlow(components),
  });
  const { errors } = await api.ask<{ errors: unknown[] }>('GET', `/flows/${flowId}/validate`);
  if (errors.length > 0) throw new Error(`The flow has problems: ${JSON.stringify(errors[0])}`);
  return flowId;
}
