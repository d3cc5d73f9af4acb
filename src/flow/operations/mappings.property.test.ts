import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDescriptor, type Descriptor, type Mapping } from '../descriptor.ts';
import { hasPath, incoming, type Link, linksOf, sameLink, upstreamOf } from '../graph.ts';
import { idleComponents } from '../idle.ts';
import { inPortsOf } from '../manifest.ts';
import { parsePath } from '../path.ts';
import { type Problem, problemsOf } from '../problems.ts';
import { testCatalogue as catalogue } from '../testing/catalogue.ts';
import { anyEditedFlow, anyGesture } from '../testing/gestures.ts';
import { findField } from '../variables.ts';
import { setInput } from './set-input.ts';

test('after any operation the document is valid, and what its mappings lack is listed as a problem', () => {
  const seen = { broken: 0, lost: 0 };
  fc.assert(
    fc.property(anyEditedFlow, fc.array(anyGesture, { maxLength: 20, size: 'max' }), (start, gestures) => {
      let flow = withVariables(start);
      for (const choose of gestures) {
        flow = choose(flow).apply(flow);
        expect(checkDescriptor(flow)).toMatchObject({ ok: true });
        const problems = problemsOf(flow, catalogue);
        for (const link of linksOf(flow)) expect(hasPath(flow, link.to, link.from)).toBe(false);
        seen.broken += expectBrokenListed(flow, problems);
        seen.lost += expectLostListed(flow, problems);
      }
    }),
    { numRuns: 400 },
  );
  // Guards the test itself: there must be something to list.
  expect(seen.broken).toBeGreaterThan(10);
  expect(seen.lost).toBeGreaterThan(5);
});

/** Every link fills in a variable of the component farthest up, so that edits in between have something to break. */
function withVariables(flow: Descriptor): Descriptor {
  return linksOf(flow).reduce((current, link) => {
    const origin = upstreamOf(flow, link.to).at(-1)!;
    const outPort = linksOf(flow).find(({ from }) => from === origin)!.outPort;
    const references = { m: { variable: `$.${origin}.${outPort}` } };
    return setInput({ link, field: 'url', value: '{{{m}}}', references }).apply(current);
  }, flow);
}

/** Variables of a field that no component hides. Each names a component that comes before, with that field, or is a problem. */
function expectBrokenListed(flow: Descriptor, problems: Problem[]): number {
  let count = 0;
  for (const { link, mapping } of working(flow)) {
    const broken = variablesOf(mapping, 'url').some((variable) => !resolves(flow, link.to, variable));
    const listed = problems.some(
      ({ kind, place }) =>
        kind === 'broken-variable' && place.field === 'url' && place.link && sameLink(place.link, link),
    );
    expect(listed).toBe(broken);
    if (broken) count++;
  }
  return count;
}

/** What is filled for a sender that is not there keeps a component from running only while nothing else leads to it. */
function expectLostListed(flow: Descriptor, problems: Problem[]): number {
  let count = 0;
  for (const { link } of mappings(flow)) {
    const kinds = problems.filter(({ componentId }) => componentId === link.to).map(({ kind }) => kind);
    const drawn = linksOf(flow).some((other) => sameLink(other, link));
    const lost = !Object.hasOwn(flow, link.from);
    const harmless = incoming(flow, link.to).length > 0 || idleComponents(flow).has(link.to);
    const told = kinds.some((kind) => kind === 'not-connected' || kind === 'malformed-mapping');
    expect(drawn || (lost && (harmless || told))).toBe(true);
    if (lost) count++;
  }
  return count;
}

function resolves(flow: Descriptor, at: string, variable: string): boolean {
  const path = parsePath(variable);
  if (!path || !Object.hasOwn(flow, path.componentId) || path.componentId === at) return false;
  return hasPath(flow, path.componentId, at) && findField(flow, catalogue, path).found;
}

function variablesOf({ lambda, modifiers }: Mapping, field: string): string[] {
  const text = JSON.stringify(new Map(Object.entries(lambda ?? {})).get(field) ?? '');
  const references = new Map(Object.entries(modifiers ?? {})).get(field) ?? {};
  return Object.entries(references).flatMap(([name, { variable }]) =>
    variable !== undefined && text.includes(`{{{${name}}}}`) ? [variable] : [],
  );
}

/** Mappings of links that exist, into ports that exist, of components that can run. */
function working(flow: Descriptor) {
  const idle = idleComponents(flow);
  return mappings(flow).filter(({ link }) => {
    const manifest = catalogue.component(flow[link.to]!.type)?.manifest;
    const known = manifest && inPortsOf(manifest).some(({ name }) => name === link.inPort);
    return known && Object.hasOwn(flow, link.from) && !idle.has(link.to);
  });
}

function mappings(flow: Descriptor): { link: Link; mapping: Mapping }[] {
  return Object.entries(flow).flatMap(([to, { config }]) =>
    Object.entries(config?.transform ?? {}).flatMap(([inPort, senders]) =>
      Object.entries(senders).flatMap(([from, ports]) =>
        Object.entries(ports).map(([outPort, mapping]) => ({ link: { from, outPort, to, inPort }, mapping })),
      ),
    ),
  );
}
