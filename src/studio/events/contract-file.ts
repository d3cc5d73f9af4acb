import type { EventContract } from '../../contract/event-contracts.ts';
import { readAgreement } from '../../flow/event-contract/agreement.ts';
import { typeScriptOf } from '../../flow/event-contract/typescript.ts';

/** What other programs read of a contract. */
export type ContractFormat = 'schema' | 'typescript';

export function contractFile({
  event,
  schema,
  format,
}: Pick<EventContract, 'event' | 'schema'> & { format: ContractFormat }): string {
  return format === 'schema'
    ? `${JSON.stringify(schema, undefined, 2)}\n`
    : typeScriptOf(event, readAgreement(schema).agreement);
}
