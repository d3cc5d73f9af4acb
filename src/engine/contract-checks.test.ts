import { expect, test } from 'vitest';
import type { CheckedContract } from '../store/event-contracts.ts';
import { createContractChecks } from './contract-checks.ts';

const contract: CheckedContract = {
  ownerId: 'ann',
  event: 'order',
  schema: { type: 'object', required: ['no'] },
  checking: 'reject',
  everybody: false,
};

/** Checks whose contracts are read when the test says so. */
function checksOf() {
  const stored: CheckedContract[] = [];
  const reads: ((contracts: CheckedContract[]) => void)[] = [];
  const refused: ((error: Error) => void)[] = [];
  let now = 0;
  const checks = createContractChecks({
    clock: () => new Date(now),
    logger: { debug: () => undefined, warn: () => undefined },
    readContracts: () =>
      new Promise((resolve, reject) => {
        reads.push(resolve);
        refused.push(reject);
      }),
    countViolations: () => Promise.resolve(),
  });
  const check = async (event: string) => {
    try {
      await checks.check({ userId: 'ann', event, data: {} });
      return 'accepted';
    } catch (error) {
      return (error as Error).name;
    }
  };
  return { checks, check, stored, reads, refused, pass: (ms: number) => (now += ms) };
}

const unreachable = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });

test('a contract that is changed while the former ones are read is read once more', async () => {
  const { checks, check, reads } = checksOf();
  const event = check('order');
  checks.changed();
  reads.shift()!([]);
  await expect.poll(() => reads.length).toBe(1);
  reads.shift()!([contract]);
  expect(await event).toBe('ContractViolated');
});

test('after idle hours the first event is judged by the contracts of now', async () => {
  const { check, reads, pass } = checksOf();
  const first = check('order');
  reads.shift()!([]);
  expect(await first).toBe('accepted');
  pass(1_000);
  expect(await check('order')).toBe('accepted');
  pass(5 * 3_600_000);
  const later = check('order');
  reads.shift()!([contract]);
  expect(await later).toBe('ContractViolated');
});

test('with a database that is away those known serve, and without any the event is refused', async () => {
  const { check, reads, refused, pass } = checksOf();
  const never = check('order');
  refused.shift()!(unreachable);
  expect(await never).toBe('Unavailable');
  reads.shift();
  const first = check('order');
  reads.shift()!([contract]);
  refused.shift();
  expect(await first).toBe('ContractViolated');
  pass(10_000);
  const away = check('order');
  refused.shift()!(unreachable);
  expect(await away).toBe('ContractViolated');
});
