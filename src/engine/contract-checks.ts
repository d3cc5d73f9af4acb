import { type Agreement, readAgreement } from '../flow/event-contract/agreement.ts';
import { type Violation, violationsOf } from '../flow/event-contract/conformance.ts';
import { inEnglish } from '../flow/messages/message.ts';
import { type CheckedContract, checkedContracts, countViolations } from '../store/event-contracts.ts';
import { isConnectionFailure } from '../store/transaction.ts';
import { ContractViolated, Unavailable } from './errors.ts';
import type { EngineSettings } from './settings.ts';

export type ContractChecks = {
  /**
   * Holds an event against the locked contracts of its name: those of its user, and those of admins, which hold for
   * everybody. Gives what it was warned of.
   *
   * @throws ContractViolated when a contract rejects it, Unavailable when none has been read yet and the database
   * cannot be reached
   */
  check(event: { userId: string; event: string; data: unknown }): Promise<Violation[]>;
  /** A contract of this process's users was changed: it is read anew at once. */
  changed(): void;
  /** Writes the counts of violations. */
  flush(): Promise<void>;
};

/** What other processes change is known here after this. */
const staleAfterMs = 2_000;
const flushEveryMs = 1_000;

type Known = Omit<CheckedContract, 'schema'> & { agreement: Agreement };

export function createContractChecks(settings: EngineSettings): ContractChecks {
  const { database, logger, clock } = settings;
  let known: Map<string, Known[]> | undefined;
  let readAt = 0;
  let reading: Promise<void> | undefined;
  let broken = new Map<Known, { count: number; violations: Violation[]; at: Date }>();
  let timer: NodeJS.Timeout | undefined;

  const read = async (): Promise<void> => {
    const contracts = await checkedContracts(database.db);
    const byEvent = new Map<string, Known[]>();
    for (const { schema, ...contract } of contracts) {
      const { agreement } = readAgreement(schema);
      byEvent.set(contract.event, [...(byEvent.get(contract.event) ?? []), { ...contract, agreement }]);
    }
    known = byEvent;
    readAt = clock().getTime();
  };

  /** The first time it is waited for; later on the former ones serve until the new ones are here. */
  const current = async (): Promise<Map<string, Known[]>> => {
    if (!known || clock().getTime() - readAt > staleAfterMs) {
      reading ??= read().finally(() => (reading = undefined));
      if (known)
        reading.catch((error: unknown) => logger.debug({ err: error }, 'Contracts were not read anew'));
      else await reading.catch(unavailable);
    }
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
        await countViolations(database.db, contract, {
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

  return {
    async check({ userId, event, data }) {
      const contracts = (await current()).get(event) ?? [];
      const warnings: Violation[] = [];
      for (const contract of contracts) {
        if (!contract.everybody && contract.ownerId !== userId) continue;
        const violations = violationsOf(data, contract.agreement);
        if (violations.length === 0) continue;
        note(contract, violations);
        if (contract.checking === 'reject') {
          settings.metrics.eventRefused('contract');
          throw new ContractViolated(event, violations);
        }
        warnings.push(...violations);
      }
      return warnings;
    },
    changed() {
      known = undefined;
    },
    flush,
  };
}

function unavailable(error: unknown): never {
  throw isConnectionFailure(error) ? new Unavailable(error) : error;
}
