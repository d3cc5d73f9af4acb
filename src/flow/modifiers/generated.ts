import { maker } from './define.ts';
import type { Modifier } from './modifier.ts';

/** Values that need no variable: the moment, a new id, a number. */
export const generatedModifiers: Modifier[] = [
  maker({
    name: 'g_now',
    label: 'Now',
    category: 'time',
    description: 'The current time in UTC as ISO 8601 text.',
    returns: 'string',
    example: '2026-01-31T09:30:00.000Z',
    make: (environment) => environment.now().toISOString(),
  }),
  maker({
    name: 'g_timestamp',
    label: 'Timestamp',
    category: 'time',
    description: 'The current time in milliseconds since 1 January 1970 UTC.',
    returns: 'number',
    example: 1_769_851_800_000,
    make: (environment) => environment.now().getTime(),
  }),
  maker({
    name: 'g_uuid4',
    label: 'UUID',
    category: 'text',
    description: 'A new random id (UUID version 4).',
    returns: 'string',
    example: '6f1c3e5a-2b74-4d0e-9c1f-8a7b6c5d4e3f',
    make: (environment) => environment.uuid(),
  }),
  maker({
    name: 'g_random',
    label: 'Random Number',
    category: 'number',
    description: 'A random number from 0 up to but not including 1.',
    returns: 'number',
    example: 0.25,
    make: (environment) => environment.random(),
  }),
  maker({
    name: 'g_pi',
    label: 'Pi',
    category: 'number',
    description: 'The number π.',
    returns: 'number',
    example: Math.PI,
    make: () => Math.PI,
  }),
];
