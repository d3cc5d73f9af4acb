import { expect, test } from 'vitest';
import {
  argumentOf,
  modifiersOf,
  moved,
  withArgument,
  withKeeping,
  withModifiers,
} from './function-calls.ts';

test('the maker of a reference without a variable is no modifier of it', () => {
  const reference = { functions: [{ name: 'g_now' }, { name: 'g_trim' }] };
  expect(modifiersOf(reference)).toEqual([{ name: 'g_trim' }]);
  expect(withModifiers(reference, [])).toEqual({ functions: [{ name: 'g_now' }] });
  expect(withModifiers({ variable: '$.t.out' }, [{ name: 'g_first' }])).toEqual({
    variable: '$.t.out',
    functions: [{ name: 'g_first' }],
  });
});

test('an argument keeps the spelling it has: by name or by position', () => {
  const positional = withArgument({ name: 'g_jsonPath' }, 'query', '$.a');
  expect(positional).toEqual({ name: 'g_jsonPath', params: [{ value: '$.a' }] });
  expect(argumentOf(positional, 'query')).toBe('$.a');
  const named = { name: 'g_stringify', hashParams: { space: { value: 2 } } };
  expect(withArgument(named, 'space', 4)).toEqual({
    name: 'g_stringify',
    hashParams: { space: { value: 4 } },
  });
  expect(argumentOf(named, 'space')).toBe(2);
});

test('an unknown modifier is left as it is', () => {
  const call = { name: 'g_nope', params: [{ value: 1 }] };
  expect(withArgument(call, 'x', 2)).toBe(call);
});

test('moving keeps every item', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('a new argument is written as the modifier says, and taken away again', () => {
  const added = withArgument({ name: 'g_addTimeSpan' }, 'days', 2);
  expect(added).toEqual({ name: 'g_addTimeSpan', hashParams: { days: { value: 2 } } });
  expect(withArgument(added, 'days', undefined)).toEqual({ name: 'g_addTimeSpan', hashParams: {} });
});

test('an option that another tool put there stays when the value is kept and when not', () => {
  const call = { name: 'g_add', params: [{ value: 1 }], theirs: true };
  expect(withKeeping(call, true)).toEqual({ ...call, onError: 'keep' });
  expect(withKeeping({ ...call, onError: 'keep' }, false)).toEqual(call);
});
