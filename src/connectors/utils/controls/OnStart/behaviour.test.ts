import { expect, test } from 'vitest';
import { testContext } from '../../../testing/context.ts';
import { behaviour } from './behaviour.ts';

test('emits the time once while the flow starts', async () => {
  const context = testContext();
  await behaviour.start?.(context);
  expect(context.sent).toEqual([{ port: 'out', content: { started: '2026-02-03T04:05:06.000Z' } }]);
});
