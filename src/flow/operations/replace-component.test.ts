import { expect, test } from 'vitest';
import { linksOf } from '../graph.ts';
import { problemsOf } from '../problems.ts';
import { components, testCatalogue as catalogue } from '../testing/catalogue.ts';
import { chain, node } from '../testing/flow.ts';
import { mappingOf } from './links.ts';
import { replaceComponent } from './replace-component.ts';

const reference = { m: { variable: '$.n0.out.data.id' } };
const toPost = { from: 'n0', outPort: 'out', to: 'p', inPort: 'in' };
const flow = {
  ...chain(1),
  p: node(
    'post',
    { n0: ['out', { modifiers: { url: reference }, lambda: { url: '{{{m}}}', json: '1' } }] },
    { label: 'Send', x: 5, remark: 'kept' },
  ),
  after: node('join', { p: ['response'] }),
};

test('the label, the place, unknown keys and links stay; a link to a missing port takes the first one', () => {
  const replaced = replaceComponent({ id: 'p', component: components.join, catalogue }).apply(flow);
  expect(replaced.p).toMatchObject({ type: 'test.flow.controls.Join', label: 'Send', x: 5, remark: 'kept' });
  expect(linksOf(replaced)).toEqual([toPost, { from: 'p', outPort: 'out', to: 'after', inPort: 'in' }]);
});

test('inputs that the new type does not have go, with their variables', () => {
  const replaced = replaceComponent({ id: 'p', component: components.setVariable, catalogue }).apply(flow);
  expect(mappingOf(replaced.p!, toPost)).toMatchObject({ lambda: {}, modifiers: {} });
});

test('inputs of the same name and kind keep their value and variables over the defaults', () => {
  const { manifest } = components.post;
  const patch = { manifest: { ...manifest, name: 'test.web.http.Patch' } };
  const replaced = replaceComponent({
    id: 'p',
    component: patch,
    catalogue: {
      ...catalogue,
      component: (type) => (type === patch.manifest.name ? patch : catalogue.component(type)),
    },
  }).apply(flow);
  expect(mappingOf(replaced.p!, toPost)).toEqual({
    type: 'json2new',
    modifiers: { url: reference },
    lambda: { url: '{{{m}}}', json: '1', bodyType: 'json' },
  });
});

test('a port that takes one link keeps one', () => {
  const two = { ...chain(1), other: node('onEvent'), j: node('join', { n0: ['out'], other: ['out'] }) };
  const replaced = replaceComponent({ id: 'j', component: components.setVariable, catalogue }).apply(two);
  expect(linksOf(replaced)).toHaveLength(1);
});

test('a trigger takes nothing in; what follows keeps a variable it no longer offers, as a problem', () => {
  const replaced = replaceComponent({ id: 'p', component: components.onEvent, catalogue }).apply(flow);
  expect(linksOf(replaced)).toEqual([{ from: 'p', outPort: 'out', to: 'after', inPort: 'in' }]);
  const other = replaceComponent({ id: 'n0', component: components.post, catalogue }).apply(flow);
  expect(mappingOf(other.p!, { ...toPost, outPort: 'response' })?.modifiers).toEqual({ url: reference });
  expect(problemsOf(other, catalogue).map(({ kind }) => kind)).toContain('broken-variable');
});

test('another component, the same type or none change nothing', () => {
  expect(replaceComponent({ id: 'p', component: components.post, catalogue }).apply(flow)).toBe(flow);
  expect(replaceComponent({ id: 'x', component: components.join, catalogue }).apply(flow)).toBe(flow);
});
