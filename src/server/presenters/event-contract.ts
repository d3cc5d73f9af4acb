import type {
  EventContract,
  EventContractSummary,
  PresentedViolation,
} from '../../contract/event-contracts.ts';
import { readAgreement } from '../../flow/event-contract/agreement.ts';
import type { Violation } from '../../flow/event-contract/conformance.ts';
import { exampleOfContract } from '../../flow/event-contract/example-of-contract.ts';
import { nothingLearnt } from '../../flow/event-contract/learning.ts';
import { schemaOfShape } from '../../flow/event-contract/schema-of-shape.ts';
import { tellableShape } from '../../flow/event-contract/tellable.ts';
import type { JsonSchema } from '../../flow/manifest.ts';
import { inEnglish } from '../../flow/messages/message.ts';
import { formatSteps } from '../../flow/path.ts';
import type { EventContractRow, EventContractSummaryRow } from '../../store/event-contracts.ts';

export function presentViolation({ path, said }: Violation): PresentedViolation {
  return { path, message: inEnglish(said) };
}

/** The contract as it holds: the one agreed on, else what the events amount to. */
export function schemaInForce(row: EventContractRow | undefined): JsonSchema {
  return row?.locked_schema ?? schemaOfShape(tellableShape((row?.learning ?? nothingLearnt).learnt));
}

export function presentContractSummary(row: EventContractSummaryRow): EventContractSummary {
  const { event, events, checking, locked, drifting } = row;
  return {
    event,
    events,
    lastEventAt: row.last_event_at?.toISOString() ?? null,
    locked,
    checking,
    violations: Number(row.violations),
    drifting,
  };
}

/** An event nobody has seen has a contract too: an empty one. */
export function presentContract(event: string, row: EventContractRow | undefined): EventContract {
  const { events, learnt: known, drift } = row?.learning ?? nothingLearnt;
  const learnt = tellableShape(known);
  const schema = schemaInForce(row);
  const { agreement, ignored } = readAgreement(schema);
  const locked = row !== undefined && row.locked_schema !== null;
  return {
    event,
    events,
    lastEventAt: row?.last_event_at?.toISOString() ?? null,
    locked,
    checking: row?.checking ?? 'off',
    violations: Number(row?.violations ?? 0),
    drifting: drift !== null,
    lastViolation: row?.last_violation ?? null,
    shape: learnt,
    schema,
    notChecked: ignored,
    example: exampleOfContract(learnt.seen > 0 ? learnt : undefined, locked ? agreement : undefined),
    drift: drift && {
      since: drift.since,
      fields: drift.fields.map(({ steps, change, before, now, agreed, taught }) => ({
        path: formatSteps(steps),
        steps,
        change,
        before,
        now,
        ...(agreed ? { agreed } : {}),
        ...(taught ? { taught } : {}),
      })),
    },
  };
}
