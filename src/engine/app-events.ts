import type { WebhookContent } from '../connectors/component.ts';
import type { ContractChecks } from './contract-checks.ts';
import { ContractViolated } from './errors.ts';
import type { Acceptance, Intake } from './intake.ts';
import type { EventLearning } from './learning.ts';
import type { EngineSettings } from './settings.ts';
import { storedMessage } from './stored-message.ts';
import { tracedHeaders, within } from './tracing.ts';

export type AppEvent = {
  userId: string;
  event: string;
  data: unknown;
  /** The HTTP request it came with; `authorization` and `cookie` are not kept. */
  request: Omit<WebhookContent, 'data'>;
  /** Only triggers of this flow. */
  flowId?: string | undefined;
  /** A second event of the user with the same key starts nothing and gets the first one's answer. */
  idempotencyKey?: string | undefined;
  /** Events of one sequence are stored in the order in which they were handed in. */
  sequence?: object | undefined;
};

type AppEventParts = { checks: ContractChecks; intake: Intake; learning: EventLearning };

/** Accepts app events: held against their contracts, stored, learnt from. */
export function createAppEvents(
  settings: EngineSettings,
  { checks, intake, learning }: AppEventParts,
): (event: AppEvent) => Promise<Acceptance> {
  /** One that is known by its key was checked when it came first, whatever its contract has become. */
  const rejected = async (error: unknown, { userId, idempotencyKey }: AppEvent): Promise<Acceptance> => {
    if (!(error instanceof ContractViolated)) throw error;
    const known = idempotencyKey !== undefined && (await intake.answeredBefore({ userId, idempotencyKey }));
    if (known) return known;
    settings.metrics.eventRefused('contract');
    throw error;
  };

  return (appEvent) => {
    const { userId, event, data, request, flowId, idempotencyKey, sequence } = appEvent;
    const { headers } = request;
    const facts = { 'tributary.event.name': event, 'tributary.user.id': userId };
    const span = settings.tracing.begin('accept app event', 'server', facts, headers['traceparent']);
    return within(span, async () => {
      try {
        const checked = checks.check({ userId, event, data });
        const warnings = checked instanceof Promise ? await checked : checked;
        const message = storedMessage({ ...request, headers: tracedHeaders(headers, span), data });
        const acceptance = await intake.accept(
          { kind: 'appevent', userId, name: event, message, flowId, idempotencyKey, warnings },
          sequence,
        );
        span.tell({ 'tributary.runs': acceptance.triggers.length });
        if (!acceptance.replayed && acceptance.triggers.length > 0) {
          const flowIds = acceptance.triggers.map((trigger) => trigger.flowId);
          learning.notice({ userId, event, data, size: message.length, flowIds, at: settings.clock() });
        }
        return acceptance;
      } catch (error) {
        return rejected(error, appEvent);
      }
    });
  };
}
