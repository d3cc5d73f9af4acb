import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Descriptor } from '../descriptor.ts';
import { hasPath, linksOf, upstreamOf } from '../graph.ts';
import { mappingOf } from '../operations/links.ts';
import type { Operation } from '../operations/operation.ts';
import { removeComponents } from '../operations/remove-components.ts';
import { replaceComponent } from '../operations/replace-component.ts';
import { setInput } from '../operations/set-input.ts';
import { setProperty } from '../operations/set-property.ts';
import { formatPath, parsePath } from '../path.ts';
import { findField, outputsOf } from '../variables.ts';
import { components, testCatalogue as catalogue, types } from '../testing/catalogue.ts';
import { node } from '../testing/flow.ts';
import { anyEditedFlow, anyGesture, type Gesture } from '../testing/gestures.ts';
import { impactOf } from './impact.ts';

const example = fc.constantFrom(
  '{"id":1}',
  '{"id":1,"name":"Ada"}',
  '{"name":"Ada","lines":[{"sku":"A"}]}',
  '{"lines":[]}',
  '{"contact":{"name":"Ada"}}',
  'no JSON',
  '',
);

/** The example of a trigger becomes another one. */
const anotherExample: fc.Arbitrary<Gesture> = fc
  .tuple(fc.nat(5), example)
  .map(([chosen, value]) => (flow) => {
    const triggers = Object.keys(flow).filter((id) => flow[id]!.type === types.onEvent);
    const componentId = triggers[chosen % triggers.length] ?? '';
    return setProperty({ componentId, name: 'example', value });
  });

/** A component of the flow goes, or becomes one of another type. */
const removal: fc.Arbitrary<Gesture> = fc
  .nat(10)
  .map(
    (chosen) => (flow) => removeComponents({ ids: Object.keys(flow).slice(chosen % 5, (chosen % 5) + 1) }),
  );
const replacement: fc.Arbitrary<Gesture> = fc
  .record({ chosen: fc.nat(10), component: fc.constantFrom(...Object.values(components)) })
  .map(({ chosen, component }) => (flow) => {
    const ids = Object.keys(flow);
    return replaceComponent({ id: ids[chosen % ids.length] ?? '', component, catalogue });
  });

/** What any gestures leave, and a chain, in which there is always something to lose. */
const startFlow = fc.oneof(
  anyEditedFlow,
  example.map((text): Descriptor => ({
    a: node('onEvent', {}, { config: { properties: { event: 'e', example: text } } }),
    b: node('post', { a: ['out'] }),
    c: node('condition', { b: ['response'] }),
    d: node('setVariable', { c: ['true'] }),
    e: node('join', { d: ['out'] }),
  })),
);

const edit = fc.oneof(
  { arbitrary: anyGesture, weight: 4 },
  { arbitrary: anotherExample, weight: 4 },
  { arbitrary: removal, weight: 1 },
  { arbitrary: replacement, weight: 2 },
);

test('what is told to break is what breaks, on any flow and any edit', () => {
  let lost = 0;
  fc.assert(
    fc.property(
      startFlow,
      fc.array(edit, { minLength: 1, maxLength: 12, size: 'max' }),
      fc.nat(50),
      (start, gestures, seed) => {
        let flow = start;
        for (const [index, choose] of gestures.entries()) {
          flow = withVariables(flow, seed + index);
          const operation: Operation = choose(flow);
          const next = operation.apply(flow);
          const told = impactOf(flow, next, catalogue)
            .filter((one) => one.field === 'url')
            .map((one) => keyOf(one.componentId, one.placeholder, one.variable));
          const wasGood = resolved(flow, true);
          const broken = [...resolved(next, false)].filter((key) => wasGood.has(key));
          expect(new Set(told)).toEqual(new Set(broken));
          lost += broken.length;
          flow = next;
        }
      },
    ),
    { numRuns: 300 },
  );
  // Guards the test itself: there must be something to lose.
  expect(lost).toBeGreaterThan(50);
});

/** Each link fills in two variables of components above it, whichever they offer. */
function withVariables(flow: Descriptor, seed: number): Descriptor {
  return linksOf(flow).reduce((current, link, index) => {
    const above = upstreamOf(flow, link.to);
    const references = Object.fromEntries(
      ['m', 'n'].map((placeholder, at) => {
        const origin = above[(seed + index + at) % above.length]!;
        const paths = pathsOf(flow, origin);
        return [placeholder, { variable: paths[(seed * 7 + index + at) % paths.length]! }];
      }),
    );
    return setInput({ link, field: 'url', value: '{{{m}}} and {{{n}}}', references }).apply(current);
  }, flow);
}

function pathsOf(flow: Descriptor, id: string): string[] {
  return Object.entries(outputsOf(flow, catalogue, id)).flatMap(([port, fields]) => [
    `$.${id}.${port}`,
    ...fields.flatMap(({ step, children }) => [
      `$.${id}.${port}[${JSON.stringify(step)}]`,
      ...(children ?? []).map(
        (child) => `$.${id}.${port}[${JSON.stringify(step)}][${JSON.stringify(child.step)}]`,
      ),
    ]),
  ]);
}

/** All variables of `url` that are found, or all that are not, looked up one by one. */
function resolved(flow: Descriptor, good: boolean): Set<string> {
  const keys = new Set<string>();
  for (const { link, mapping } of linksOf(flow).map((link) => ({
    link,
    mapping: mappingOf(flow[link.to]!, link),
  }))) {
    const text = JSON.stringify(mapping?.lambda?.['url'] ?? '');
    for (const [placeholder, { variable }] of Object.entries(mapping?.modifiers?.['url'] ?? {})) {
      const path = parsePath(variable ?? '');
      if (!path || !text.includes(`{{{${placeholder}}}}`)) continue;
      const reaches = path.componentId !== link.to && Object.hasOwn(flow, path.componentId);
      const found =
        reaches && hasPath(flow, path.componentId, link.to) && findField(flow, catalogue, path).found;
      if (found === good) keys.add(keyOf(link.to, placeholder, formatPath(path)));
    }
  }
  return keys;
}

function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
