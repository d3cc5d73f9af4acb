import type { WebhookContent } from '../connectors/component.ts';
import { findUrlListener } from '../store/listeners.ts';
import { isConnectionFailure } from '../store/transaction.ts';
import type { Answer, Answers } from './answers.ts';
import { Unavailable } from './errors.ts';
import type { Intake } from './intake.ts';
import { waitsForResponse } from './runner.ts';
import type { EngineSettings } from './settings.ts';
import { storedMessage } from './stored-message.ts';
import { tracedHeaders, within } from './tracing.ts';
import type { Versions } from './versions.ts';

export type WebhookCall = { flowId: string; componentId: string; request: WebhookContent };

export type WebhookOutcome =
  | { kind: 'not-found' }
  | { kind: 'accepted'; runId: string }
  /** `response` is undefined when the run ended without one, or the time is up. */
  | { kind: 'waiting'; runId: string; response: Promise<Answer | undefined> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes in a call of a component's URL.
 *
 * @throws Throttled above the user's limits, Unavailable when the database cannot be reached, EventRefused when it cannot hold the request
 */
export async function acceptWebhook(
  settings: EngineSettings,
  parts: { intake: Intake; versions: Versions; answers: Answers },
  call: WebhookCall,
): Promise<WebhookOutcome> {
  const { flowId, componentId, request } = call;
  if (!uuid.test(flowId) || componentId.includes('\0')) return { kind: 'not-found' };
  try {
    const listener = await findUrlListener(settings.database.pool, flowId, componentId);
    if (!listener) return { kind: 'not-found' };
    const descriptor = await parts.versions.read(listener.versionId);
    const waits = waitsForResponse(settings, descriptor[componentId]);
    if (waits) await parts.answers.listen();
    const { headers } = request;
    const facts = { 'tributary.flow.id': flowId, 'tributary.user.id': listener.userId };
    const span = settings.tracing.begin('accept webhook', 'server', facts, headers['traceparent']);
    const { triggers } = await within(span, () =>
      parts.intake.accept({
        kind: 'webhook',
        userId: listener.userId,
        name: listener.event,
        message: storedMessage({ ...request, headers: tracedHeaders(headers, span) }),
        flowId,
        componentId,
      }),
    );
    const runId = triggers[0]?.correlationId;
    // Stopped since it was looked up.
    if (runId === undefined) return { kind: 'not-found' };
    return waits
      ? { kind: 'waiting', runId, response: parts.answers.waitFor(runId) }
      : { kind: 'accepted', runId };
  } catch (error) {
    throw isConnectionFailure(error) ? new Unavailable(error) : error;
  }
}
