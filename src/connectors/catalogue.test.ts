import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ComponentManifest } from '../flow/manifest.ts';
import { inPortsOf, isTrigger, labelOf, moduleNameOf } from '../flow/manifest.ts';
import { behaviours } from './behaviours.ts';
import { catalogue } from './catalogue.ts';
import { manifestFaults } from './testing/manifest-faults.ts';

const manifests = catalogue.components().map((definition) => definition.manifest);

test('catalogue and behaviours hold the same components', () => {
  expect(manifests.map((manifest) => manifest.name).toSorted()).toEqual(Object.keys(behaviours).toSorted());
  expect(new Set(manifests.map((manifest) => manifest.name)).size).toBe(manifests.length);
});

test('a component is found by its type and stands in a module of the palette', () => {
  for (const manifest of manifests) {
    expect(catalogue.component(manifest.name)?.manifest).toBe(manifest);
    expect(catalogue.module(moduleNameOf(manifest.name))?.categoryLabel).toBe('Utilities');
  }
  expect(catalogue.component('appmixer.utils.none.None')).toBeUndefined();
  expect(catalogue.component('constructor')).toBeUndefined();
});

test('names and ports are those of the interface', () => {
  const table = manifests.map((manifest) => [
    manifest.name.replace('appmixer.utils.', ''),
    labelOf(manifest),
    inPortsOf(manifest).map((port) => port.name),
    (manifest.outPorts ?? []).map((port) => (typeof port === 'string' ? port : port.name)),
  ]);
  expect(table).toEqual([
    ['appevents.OnAppEvent', 'On App Event', [], ['out']],
    ['http.WebhookTrigger', 'Webhook', [], ['request']],
    ['http.Get', 'HTTP Get', ['in'], ['response']],
    ['http.Post', 'HTTP Post', ['in'], ['response']],
    ['http.Put', 'HTTP Put', ['in'], ['response']],
    ['http.Patch', 'HTTP Patch', ['in'], ['response']],
    ['http.Delete', 'HTTP Delete', ['in'], ['response']],
    ['http.Response', 'Response', ['in'], []],
    ['controls.OnStart', 'On Start', [], ['out']],
    ['controls.OnError', 'On Error', [], ['out']],
    ['controls.Condition', 'Condition', ['in'], ['true', 'false']],
    ['controls.Switch5', 'Switch', ['in'], ['out1', 'out2', 'out3', 'out4', 'out5', 'else']],
    ['controls.SetVariable', 'Set Variable', ['in'], ['out']],
    ['controls.Each', 'Each', ['in'], ['item', 'done']],
    ['controls.Join', 'Join', ['in'], ['out', 'timeout']],
    ['controls.JoinEach', 'Join Each', ['in', 'count'], ['out', 'timeout']],
    ['controls.StopFlow', 'Stop Flow', ['in'], []],
    ['timers.SchedulerTrigger', 'Schedule', [], ['out']],
    ['timers.Timer', 'Timer', [], ['out']],
    ['timers.Scheduler', 'Scheduler', [], ['out']],
    ['timers.Wait', 'Wait', ['in'], ['out']],
  ]);
});

test.each(manifests.map((manifest) => [manifest.name, manifest] as const))(
  '%s is sound',
  (_name, manifest) => {
    expect(manifestFaults(manifest)).toEqual([]);
  },
);

test('faults of a manifest are found', () => {
  const broken: ComponentManifest = {
    name: 'a.b.c.D',
    description: 'no sentence',
    icon: '',
    inPorts: [
      {
        name: 'in',
        schema: { required: ['b'], properties: { a: {} } },
        inspector: {
          inputs: {
            a: { label: 'A', index: 1, group: 'none', when: { eq: { './gone': 1 } } },
            b: { index: 1, options: ['x'], defaultValue: 'y' },
          },
        },
      },
    ],
  };
  expect(manifestFaults(broken)).toEqual([
    'the icon is no SVG',
    'the description is no short sentence',
    'in: b is missing in the schema',
    'in: b is not marked as required',
    'in: a names no group',
    'in: two inputs share an index',
    'in: a depends on gone, which is no sibling',
    'in: b has no label',
    'in: the default of b is none of its options',
  ]);
});

test('a trigger is recomputed after a crash, not journaled', () => {
  const triggers = manifests.filter(isTrigger).map((manifest) => manifest.name);
  expect(triggers.filter((name) => behaviours[name]?.pure !== true)).toEqual([]);
  expect(triggers.length).toBe(7);
});

test('the catalogue is safe in a browser: no module it reaches is of Node, and none is a behaviour', async () => {
  const reached = await reachedFrom(path.join(import.meta.dirname, 'catalogue.ts'), new Set());
  expect(reached.size).toBeGreaterThan(15);
  expect([...reached].filter((name) => /^node:|behaviour|\/(engine|store)\//.test(name))).toEqual([]);
});

/** Files and packages that a file loads, directly or not; imports of types load nothing. */
async function reachedFrom(file: string, reached: Set<string>): Promise<Set<string>> {
  if (reached.has(file)) return reached;
  reached.add(file);
  const source = await readFile(file, 'utf8');
  for (const [, specifier = ''] of source.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^']+)';/gm)) {
    if (specifier.startsWith('.')) await reachedFrom(path.resolve(path.dirname(file), specifier), reached);
    else reached.add(specifier);
  }
  return reached;
}
