import type { UnprocessedMessage } from '../../contract/unprocessed.ts';
import type { Delivery } from '../../engine/delivery.ts';
import type { Catalogue } from '../../flow/definition.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { componentLabel } from '../../flow/label.ts';
import { inEnglish } from '../../flow/messages/message.ts';
import type { StepId, UnprocessedRow } from '../../store/unprocessed.ts';
import { isUuid } from '../uuid.ts';

export function messageIdOf({ runId, stepNo }: StepId): string {
  return `${runId}.${stepNo}`;
}

/** Undefined for what is no message's id. */
export function stepIdOf(messageId: string): StepId | undefined {
  const [runId = '', no = '', ...more] = messageId.split('.');
  return isUuid(runId) && /^\d{1,9}$/.test(no) && more.length === 0
    ? { runId, stepNo: Number(no) }
    : undefined;
}

/** `delivery` is how the message came to the step; without one its scope is left out. */
export function presentUnprocessed(
  row: UnprocessedRow,
  descriptor: Descriptor,
  catalogue: Catalogue,
  { withMessages, delivery }: { withMessages: boolean; delivery?: Delivery | undefined },
): UnprocessedMessage {
  const { componentId, flowId, runId } = row;
  const messageId = messageIdOf(row);
  const port = row.inPort ?? 'webhook';
  const { senderId, senderPort } = row;
  const sender =
    senderId !== null && senderPort !== null ? { componentId: senderId, outputPort: senderPort } : null;
  const message = {
    properties: {
      correlationId: runId,
      sender,
      destination: { componentId, inputPort: port },
      flowId,
      messageId,
      flowRunId: runId,
    },
    content: row.input,
    scope: delivery?.scope ?? {},
    originalContent: delivery?.content ?? null,
  };
  return {
    messageId,
    flowId,
    componentId,
    ...(withMessages ? { messages: { [port]: [message] } } : {}),
    created: row.failedAt.toISOString(),
    err: row.error ?? { message: '' },
    runId,
    stepNo: row.stepNo,
    attempts: row.attempts,
    flowName: row.flowName,
    flowRuns: row.flowRuns,
    componentType: Object.hasOwn(descriptor, componentId) ? descriptor[componentId]!.type : '',
    label: inEnglish(componentLabel(descriptor, catalogue, componentId)),
    eventName: row.eventName,
  };
}
