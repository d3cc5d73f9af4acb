import { expect, test } from 'vitest';
import { fieldsOfValue } from '../../../flow/example.ts';
import { createVariableSource } from './variable-source.ts';

const source = createVariableSource([
  {
    componentId: 't1',
    label: 'On App Event',
    type: 'appmixer.utils.appevents.OnAppEvent',
    distance: 1,
    ports: [
      {
        port: 'out',
        fields: fieldsOfValue({
          data: { issue: { title: 'Spelling error', labels: [{ name: 'bug' }] }, extra: null },
        }),
      },
    ],
  },
]);

test('a pill is named by its path, without the wrapper that every event has', () => {
  const described = source.describe({
    variable: '$.t1.out.data.issue.title',
    functions: [{ name: 'g_trim' }],
  });
  expect(described).toMatchObject({
    label: 'issue.title',
    hint: 'On App Event → data.issue.title, e.g. Spelling error',
    modifiers: 1,
  });
  expect(described.broken).toBeUndefined();
  expect(source.describe({ variable: '$.t1.out.data' }).label).toBe('data');
  expect(source.describe({ variable: '$.t1.out' }).label).toBe('On App Event');
});

test('any index of a known list is good, and anything below a value nothing is known of', () => {
  expect(source.describe({ variable: '$.t1.out.data.issue.labels[3].name' }).broken).toBeUndefined();
  expect(source.describe({ variable: '$.t1.out.data.extra.deep.down' }).broken).toBeUndefined();
});

test('a broken reference says why', () => {
  const reason = (variable: string) => source.describe({ variable }).broken;
  expect(reason('$.t1.out.data.issue.titel')).toBe('On App Event has no data.issue.titel.');
  expect(reason('$.gone.out.data')).toBe('The component it comes from is not before this one.');
  expect(reason('$.t1.other.data')).toBe('On App Event has no output “other”.');
  expect(reason('nonsense')).toBe('nonsense is not the path of a variable.');
  expect(source.describe(undefined).broken).toContain('Remove it');
  expect(source.describe({ variable: '$.t1.out.data', functions: [{ name: 'g_nope' }] }).broken).toContain(
    'g_nope',
  );
});

test('a reference without a variable is named by what makes its value', () => {
  expect(source.describe({ functions: [{ name: 'g_now' }, { name: 'g_uppercase' }] })).toMatchObject({
    modifiers: 1,
  });
  expect(source.describe({ functions: [{ name: 'g_now' }] }).label).toBe(
    source.constants.find(({ name }) => name === 'g_now')?.label,
  );
});
