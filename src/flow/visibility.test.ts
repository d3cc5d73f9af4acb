import { expect, test } from 'vitest';
import { defaultValuesOf, valuesInForce } from './default-values.ts';
import { components } from './testing/catalogue.ts';
import { inPortsOf } from './manifest.ts';
import { inputVisible } from './visibility.ts';

const values = { a: 1, kind: 'x', list: ['p', 'q'], nested: { deep: true } };

test.each([
  [undefined, true],
  [{}, true],
  [{ eq: { './a': 1 } }, true],
  [{ eq: { './a': '1' } }, false],
  [{ eq: { './a': 1, './kind': 'y' } }, false],
  [{ eq: { './list': ['p', 'q'] } }, true],
  [{ eq: { './nested.deep': true } }, true],
  [{ eq: { './nested.deep.er': true } }, false],
  [{ eq: { './constructor': undefined } }, true],
  [{ ne: { './a': 1 } }, false],
  [{ ne: { './absent': 1 } }, true],
  [{ in: { './kind': ['x', 'y'] } }, true],
  [{ in: { './kind': 'xy' } }, false],
  [{ nin: { './kind': ['x', 'y'] } }, false],
  [{ nin: { './absent': ['x'] } }, true],
  [{ or: [{ eq: { './a': 2 } }, { eq: { './kind': 'x' } }] }, true],
  [{ or: { eq: { './a': 2 }, in: { './kind': ['y'] } } }, false],
  [{ and: [{ eq: { './a': 1 } }, { or: [{ ne: { './kind': 'x' } }] }] }, false],
  [{ and: [] }, true],
  [{ later: { './a': 2 } }, true],
])('when %j → %s', (when, visible) => {
  expect(inputVisible(when, values)).toBe(visible);
});

const inspector = inPortsOf(components.post.manifest)[0]!.inspector;

test('a new link gets the default values of what shows with them', () => {
  expect(defaultValuesOf(inspector)).toEqual({ bodyType: 'json', json: '{}' });
  expect(defaultValuesOf(undefined)).toEqual({});
});

test('an absent value is the absent value, else the default value', () => {
  expect(valuesInForce(inspector, {})).toEqual({ bodyType: 'raw', json: '{}', raw: '' });
  expect(valuesInForce(inspector, { bodyType: '', raw: 'r' })).toEqual({
    bodyType: '',
    json: '{}',
    raw: 'r',
  });
});
