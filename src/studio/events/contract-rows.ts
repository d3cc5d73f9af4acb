import type { EventContract } from '../../contract/event-contracts.ts';
import { readAgreement } from '../../flow/event-contract/agreement.ts';
import { type ContractField, contractFields } from '../../flow/event-contract/contract-fields.ts';
import type { Shape } from '../../flow/event-contract/shape.ts';

/** The first fields known of an event, held against its locked contract, and how many there are. */
export function contractRows({
  shape,
  schema,
  locked,
  most,
}: Pick<EventContract, 'shape' | 'schema' | 'locked'> & { most: number }): {
  fields: ContractField[];
  count: number;
} {
  const fields = contractFields(shape as Shape, locked ? readAgreement(schema).agreement : undefined);
  return { fields: fields.slice(0, most), count: fields.length };
}
