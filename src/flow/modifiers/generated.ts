import type { Modifier } from './modifier.ts';

const own = { arguments: [], takesValue: false };

/** Values that need no variable: the moment, a new id, a number. */
export const generatedModifiers: Modifier[] = [
  {
    ...own,
    name: 'g_now',
    label: 'Now',
    category: 'time',
    description: 'The current time in UTC as ISO 8601 text.',
    returns: 'string',
    example: { result: '2026-01-31T09:30:00.000Z' },
    apply: (_value, _args, environment) => environment.now().toISOString(),
  },
  {
    ...own,
    name: 'g_timestamp',
    label: 'Timestamp',
    category: 'time',
    description: 'The current time in milliseconds since 1 January 1970 UTC.',
    returns: 'number',
    example: { result: 1_769_851_800_000 },
    apply: (_value, _args, environment) => environment.now().getTime(),
  },
  {
    ...own,
    name: 'g_uuid4',
    label: 'UUID',
    category: 'text',
    description: 'A new random id (UUID version 4).',
    returns: 'string',
    example: { result: '6f1c3e5a-2b74-4d0e-9c1f-8a7b6c5d4e3f' },
    apply: (_value, _args, environment) => environment.uuid(),
  },
  {
    ...own,
    name: 'g_random',
    label: 'Random Number',
    category: 'number',
    description: 'A random number from 0 up to but not including 1.',
    returns: 'number',
    example: { result: 0.25 },
    apply: (_value, _args, environment) => environment.random(),
  },
  {
    ...own,
    name: 'g_pi',
    label: 'Pi',
    category: 'number',
    description: 'The number π.',
    returns: 'number',
    example: { result: Math.PI },
    apply: () => Math.PI,
  },
];
