import { type Agreement, readAgreement } from '../flow/event-contract/agreement.ts';
import { type Violation, violationsOf } from '../flow/event-contract/conformance.ts';
import { inEnglish } from '../flow/messages/message.ts';
import type { CheckedContract, countViolations } from '../store/event-contracts.ts';
import { isConnectionFailure } from '../store/transaction.ts';
import { ContractViolated, Unavailable } from './errors.ts';
import type { Logger } from './logger.ts';

type CheckedEvent = { userId: string; event: string; data: unknown };

export type ContractChecks = {
  /**
   * Holds an event against the locked contracts of its name: those of its user, and those of admins, which hold for
   * everybody. Gives what it was warned of, at once unless they are to be read before.
   *
   * @throws ContractViolated when a contract rejects it, Unavailable when none has been read yet and the database
   * cannot be reached
   */
  check(event: CheckedEvent): Violation[] | Promise<Violation[]>;
  /** A contract of this process's users was changed: it is read anew at once. */
  changed(): void;
  /** Writes the counts of violations. */
  flush(): Promise<void>;
};

/** What other processes change is known here after this. */
const staleAfterMs = 2_000;
const flushEveryMs = 1_000;

type Known = Omit<CheckedContract, 'schema'> & { agreement: Agreement };

export type ContractChecksOptions = {
  clock: () => Date;
  logger: Pick<Logger, 'debug' | 'warn'>;
  /** Every contract that checks anything. */
  readContracts: () => Promise<CheckedContract[]>;
  countViolations: (
    contract: { ownerId: string; event: string },
    found: Parameters<typeof countViolations>[2],
  ) => Promise<void>;
};

export function createContractChecks(options: ContractChecksOptions): ContractChecks {
  const { logger, clock } = options;
  let known: Map<string, Known[]> | undefined;
  /** When the contracts that are known were as they are known. */
  let knownOf = -Infinity;
  let changes = 0;
  let reading: Promise<void> | undefined;
  let broken = new Map<Known, { count: number; violations: Violation[]; at: Date }>();
  let timer: NodeJS.Timeout | undefined;

  /** Reads until nothing was changed meanwhile. */
  const read = async (): Promise<void> => {
    let asked;
    do {
      asked = changes;
      const began = clock().getTime();
      const contracts = await options.readContracts();
      const byEvent = new Map<string, Known[]>();
      for (const { schema, ...contract } of contracts) {
        const { agreement } = readAgreement(schema);
        byEvent.set(contract.event, [...(byEvent.get(contract.event) ?? []), { ...contract, agreement }]);
      }
      known = byEvent;
      knownOf = began;
    } while (asked !== changes);
  };

  const areCurrent = (): boolean => !reading && clock().getTime() - knownOf <= staleAfterMs;

  /** Stale ones serve only as long as the database cannot be reached. */
  const readAnew = async (): Promise<Map<string, Known[]>> => {
    reading ??= read().finally(() => (reading = undefined));
    await reading.catch((error: unknown) => {
      if (!known || !isConnectionFailure(error)) throw unavailable(error);
      logger.debug({ err: error }, 'Contracts were not read anew');
    });
    return known ?? new Map();
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const counted = broken;
    broken = new Map();
    for (const [contract, { count, violations, at }] of counted) {
      const said = violations.map(({ path, said }) => ({ path, message: inEnglish(said), said }));
      try {
        await options.countViolations(contract, {
          count,
          last: { at: at.toISOString(), violations: said },
        });
      } catch (error) {
        logger.warn({ err: error }, 'Violations of a contract could not be counted');
      }
    }
  };

  const note = (contract: Known, violations: Violation[]): void => {
    const count = (broken.get(contract)?.count ?? 0) + 1;
    broken.set(contract, { count, violations, at: clock() });
    timer ??= setTimeout(() => void flush(), flushEveryMs).unref();
  };

  const hold = ({ userId, event, data }: CheckedEvent, contracts: Known[] = []): Violation[] => {
    const warnings: Violation[] = [];
    for (const contract of contracts) {
      if (!contract.everybody && contract.ownerId !== userId) continue;
      const own = contract.ownerId === userId;
      const violations = violationsOf(data, contract.agreement, { values: own });
      if (violations.length === 0) continue;
      note(contract, own ? violations : violations.map(withoutData));
      if (contract.checking === 'reject') throw new ContractViolated(event, violations);
      warnings.push(...violations);
    }
    return warnings;
  };

  return {
    check(event) {
      if (known && areCurrent()) return hold(event, known.get(event.event));
      return readAnew().then((contracts) => hold(event, contracts.get(event.event)));
    },
    changed() {
      changes += 1;
      knownOf = -Infinity;
    },
    flush,
  };
}

function unavailable(error: unknown): unknown {
  return isConnectionFailure(error) ? new Unavailable(error) : error;
}

/** The owner of a contract is told of others' events where they broke it, by the names that the contract has. */
function withoutData(violation: Violation): Violation {
  return { ...violation, path: violation.agreedPath };
}
