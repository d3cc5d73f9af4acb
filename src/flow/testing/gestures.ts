import fc from 'fast-check';
import type { Descriptor } from '../descriptor.ts';
import { linksOf, type Link } from '../graph.ts';
import { inPortsOf, outPortsOf } from '../manifest.ts';
import type { Gap } from '../insertion.ts';
import { addComponent } from '../operations/add-component.ts';
import { alignComponents } from '../operations/align-components.ts';
import { connect } from '../operations/connect.ts';
import { disconnect } from '../operations/disconnect.ts';
import { distributeComponents } from '../operations/distribute-components.ts';
import { duplicateComponents } from '../operations/duplicate-components.ts';
import { fillGap } from '../operations/fill-gap.ts';
import { insertComponent, spliceComponent } from '../operations/insert-component.ts';
import { insertComponents } from '../operations/insert-components.ts';
import { makeRoom } from '../operations/make-room.ts';
import { moveComponents } from '../operations/move-components.ts';
import { type Operation, sequence } from '../operations/operation.ts';
import { reconnect } from '../operations/reconnect.ts';
import { removeComponents } from '../operations/remove-components.ts';
import { replaceComponent } from '../operations/replace-component.ts';
import { restoreVersion } from '../operations/restore-version.ts';
import { setDisabled } from '../operations/set-disabled.ts';
import { setErrorHandling } from '../operations/set-error-handling.ts';
import { setInput } from '../operations/set-input.ts';
import { setLabel } from '../operations/set-label.ts';
import { setProperty } from '../operations/set-property.ts';
import { components, testCatalogue as catalogue } from './catalogue.ts';
import { chain } from './flow.ts';

/** Chooses what an operation works on from the flow it meets; an operation drawn blindly would seldom fit. */
export type Gesture = (flow: Descriptor) => Operation;

const ids = ['a', 'b', 'c', 'd', 'e', '__proto__', 'constructor'];
const anyId = fc.constantFrom(...ids);
const field = fc.constantFrom('url', 'json', '__proto__');
const component = fc.constantFrom(...Object.values(components));
const place = { x: fc.integer(), y: fc.integer() };
const some = fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 });
const seed = fc.nat(1000);
const sizes = Object.fromEntries(ids.map((id, at) => [id, { width: 240, height: 64 + 24 * at }]));

/** A link that could be drawn between two components of the flow, were there no rules. */
const drawn = fc.tuple(seed, seed, seed, seed).map(([a, b, c, d]) => (flow: Descriptor): Link => {
  const present = Object.keys(flow);
  const from = pick(present, a) ?? 'a';
  const to = pick(present, b) ?? 'b';
  const sender = manifestOf(flow, from);
  const target = manifestOf(flow, to);
  return {
    from,
    outPort: pick([...(sender ? outPortsOf(sender).map(({ name }) => name) : []), 'error', '__proto__'], c)!,
    to,
    inPort: pick([...(target ? inPortsOf(target).map(({ name }) => name) : []), 'constructor'], d)!,
  };
});

/** A link of the flow. */
const present = fc.tuple(seed, drawn).map(
  ([chosen, other]) =>
    (flow: Descriptor): Link =>
      pick(linksOf(flow), chosen) ?? other(flow),
);

/** Somewhere a component could be put. */
const gap = fc
  .tuple(present, fc.constantFrom('on', 'after', 'before'))
  .map(([chosen, kind]) => (flow: Descriptor): Gap => {
    const link = chosen(flow);
    return kind === 'on' ? { kind, link } : { kind, ...link };
  });

const connectAny: fc.Arbitrary<Gesture> = drawn.map(
  (link) => (flow) => connect({ link: link(flow), catalogue }),
);

/** Every operation on what the flow has, connecting most often: without links the others have little to do. */
export const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { arbitrary: connectAny, weight: 8 },
  {
    arbitrary: fc.record({ id: anyId, component, ...place }).map((options) => () => addComponent(options)),
    weight: 4,
  },
  {
    arbitrary: fc
      .record({
        link: present,
        field,
        value: fc.constantFrom('x', '{{{m}}}', ['{{{m}}}', '{{{n}}}'], undefined),
      })
      .map(({ link, ...options }) => (flow: Descriptor) => {
        const references = { m: { variable: '$.a.out' }, n: { variable: '$.b.out.x' } };
        return setInput({ ...options, link: link(flow), references });
      }),
    weight: 4,
  },
  present.map((link) => (flow: Descriptor) => disconnect({ link: link(flow) })),
  fc.tuple(present, drawn, fc.boolean()).map(([old, to, keepTarget]) => (flow: Descriptor) => {
    const from = old(flow);
    const next = to(flow);
    const target = keepTarget ? { to: from.to, inPort: from.inPort } : {};
    return reconnect({ from, to: { ...next, ...target }, catalogue });
  }),
  fc.tuple(gap, fc.record({ id: anyId, component, at: fc.option(fc.record(place), { nil: undefined }) })).map(
    ([chosen, options]) =>
      (flow: Descriptor) =>
        insertComponent({ ...options, gap: chosen(flow), catalogue }),
  ),
  fc.tuple(gap, anyId).map(
    ([chosen, id]) =>
      (flow: Descriptor) =>
        spliceComponent({ gap: chosen(flow), id, catalogue }),
  ),
  fc.tuple(gap, anyId).map(
    ([chosen, id]) =>
      (flow: Descriptor) =>
        fillGap({ gap: chosen(flow), id, catalogue }),
  ),
  anyId.map((after) => () => makeRoom({ after })),
  fc.tuple(some, fc.constantFrom('left', 'centre', 'right', 'top', 'middle', 'bottom')).map(
    ([chosen, edge]) =>
      (flow: Descriptor) =>
        alignComponents({ content: { descriptor: flow, notes: {} }, ids: chosen, edge, sizes }),
  ),
  fc.tuple(some, fc.constantFrom('across', 'down')).map(
    ([chosen, direction]) =>
      (flow: Descriptor) =>
        distributeComponents({ content: { descriptor: flow, notes: {} }, ids: chosen, direction, sizes }),
  ),
  some.map((chosen) => () => removeComponents({ ids: chosen })),
  fc.tuple(some, fc.boolean()).map(
    ([chosen, disabled]) =>
      () =>
        setDisabled({ ids: chosen, disabled }),
  ),
  fc.tuple(anyId, component).map(
    ([id, other]) =>
      () =>
        replaceComponent({ id, component: other, catalogue }),
  ),
  fc.record({ ids: some, newIds: fc.shuffledSubarray(ids) }).map(({ ids: from, newIds }) => () => {
    const pairs = from.flatMap((id, at) => (newIds[at] === undefined ? [] : [[id, newIds[at]] as const]));
    return duplicateComponents({ ids: from, newIds: Object.fromEntries(pairs), dx: 16, dy: 16 });
  }),
  fc
    .array(fc.tuple(anyId, fc.record(place)))
    .map((places) => () => moveComponents({ positions: Object.fromEntries(places) })),
  fc
    .record({ componentId: anyId, name: field, value: fc.option(fc.jsonValue(), { nil: undefined }) })
    .map((options) => () => setProperty(options)),
  fc
    .record({
      componentId: anyId,
      change: fc.record(
        {
          autoRetry: fc.boolean(),
          maxRetries: fc.nat(9),
          onError: fc.constantFrom('errorPort', 'stopFlow', 'storeUnprocessed'),
        },
        { requiredKeys: [] },
      ),
    })
    .map((options) => () => setErrorHandling(options)),
  fc.record({ componentId: anyId, label: fc.string() }).map((options) => () => setLabel(options)),
);

/** A flow as few gestures leave it. */
const smallFlow: fc.Arbitrary<Descriptor> = fc.array(gesture, { maxLength: 12, size: 'max' }).map(made);

/** Components of another flow. Of the second kind the first follows one that does not come along. */
const foreign: fc.Arbitrary<Descriptor> = fc.oneof(
  smallFlow,
  fc.integer({ min: 2, max: 4 }).map((length) => {
    const { n0: _, ...rest } = chain(length);
    return rest;
  }),
);

/**
 * Every operation there is: those above, several as one, and those that bring in what was made elsewhere, by which a flow
 * may come to hold inputs filled for a component that it does not have.
 */
export const anyGesture: fc.Arbitrary<Gesture> = fc.oneof(
  { arbitrary: gesture, weight: 10 },
  fc.array(gesture, { minLength: 2, maxLength: 4 }).map((several) => (flow: Descriptor) => {
    // Each chooses from the flow as the ones before it leave it.
    const { name } = several[0]!(flow);
    const operations = several.map((choose): Operation => ({
      name,
      apply: (current) => choose(current).apply(current),
    }));
    return sequence({ name, operations });
  }),
  fc
    .record({ components: foreign, taken: fc.shuffledSubarray(ids), ...place })
    .map(({ components: all, taken, x: dx, y: dy }) => () => {
      const newIds = Object.fromEntries(Object.keys(all).map((id, at) => [id, taken[at] ?? '']));
      return insertComponents({ components: all, newIds, dx, dy });
    }),
  smallFlow.map((descriptor) => () => restoreVersion({ descriptor, notes: {}, revision: 1 })),
);

/** A flow as many gestures leave it. */
export const anyEditedFlow: fc.Arbitrary<Descriptor> = fc
  .array(gesture, { maxLength: 60, size: 'max' })
  .map(made);

function made(gestures: Gesture[]): Descriptor {
  return gestures.reduce<Descriptor>((flow, choose) => choose(flow).apply(flow), {});
}

function manifestOf(flow: Descriptor, id: string) {
  return catalogue.component(flow[id]?.type ?? '')?.manifest;
}

function pick<Item>(items: readonly Item[], seed: number): Item | undefined {
  return items[seed % items.length];
}
