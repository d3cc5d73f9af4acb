import { runInNewContext } from 'node:vm';
import type { ModifierEnvironment } from '../environment.ts';
import type { JavascriptCall } from '../facts.ts';
import { linearPatterns } from '../linear-pattern.ts';

/** Facts and effects that are the same at every run of a test. */
export const testEnvironment: ModifierEnvironment = {
  now: () => new Date('2026-01-31T09:30:00.000Z'),
  uuid: () => '6f1c3e5a-2b74-4d0e-9c1f-8a7b6c5d4e3f',
  random: () => 0.25,
  flowId: '0b9f6c1e-7d52-4b36-8a4f-1d2c3b4a5968',
  flowName: 'New orders to the warehouse',
  userId: '3d8e2f10-95ab-4c67-b1d2-e4f5a6b7c8d9',
  webhookUrl: 'https://events.example.com/flows/f1/components/c1',
  customFields: { plan: 'gold' },
  customModifier: () => undefined,
  pattern: linearPatterns(() => performance.now()),
  javascript: trusted,
};

/** Tests trust their own code; how an author's runs is tested in `src/engine/javascript`. */
function trusted({ text, values }: JavascriptCall): unknown {
  return runInNewContext(text, { value: values[0] });
}
