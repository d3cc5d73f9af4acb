import { CancelError, type ComponentContext, type Gathering } from '../connectors/component.ts';
import type { FlowNode } from '../flow/descriptor.ts';
import type { LogEntry } from '../store/log-entries.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import { storeResponse } from '../store/run-answers.ts';
import { fileEffects } from './file-effects.ts';
import type { Outbox } from './outbox.ts';
import type { EngineSettings } from './settings.ts';
import type { TimerBox } from './timers.ts';
import { tracedCall } from './traced-call.ts';
import type { Span } from './tracing.ts';
import { webhookUrl } from './webhook-url.ts';

const longestTimeoutMs = 10 * 366 * 86_400_000;

/** One attempt of one step. */
export type Attempt = {
  run: ClaimedRun;
  componentId: string;
  node: FlowNode;
  path: string;
  messages: ComponentContext['messages'];
  signal: AbortSignal;
  span: Span;
  outbox: Outbox;
  log: LogEntry[];
  timers: TimerBox;
  gathering: Gathering | undefined;
  stopFlow: () => void;
};

const mostLogEntries = 10_000;

/**
 * What a behaviour gets for one attempt. After the attempt was given up (its signal is aborted) it emits,
 * answers and logs nothing any more.
 */
export function componentContext(settings: EngineSettings, attempt: Attempt): ComponentContext {
  const { run, componentId, node, signal, outbox } = attempt;
  return {
    componentId,
    componentType: node.type,
    flowId: run.flowId,
    flowInfo: { flowName: run.flowName },
    userId: run.userId,
    customFields: run.customFields,
    correlationId: run.id,
    properties: node.config?.properties ?? {},
    messages: attempt.messages,
    signal,
    CancelError,
    async sendJson(content, port) {
      signal.throwIfAborted();
      outbox.emit(content, port);
    },
    async sendArray(items, port) {
      signal.throwIfAborted();
      for (const item of items) outbox.emit(item, port);
    },
    async response(body, statusCode = 200, headers = {}) {
      signal.throwIfAborted();
      const text = JSON.stringify({ statusCode, headers, body: body ?? null });
      await storeResponse(settings.database.pool, run.id, text);
    },
    async log(entry) {
      signal.throwIfAborted();
      if (attempt.log.length >= mostLogEntries) {
        throw new CancelError(`The step logged more than ${mostLogEntries.toLocaleString('en')} entries.`);
      }
      attempt.log.push({
        id: settings.newId(),
        runId: run.id,
        componentId,
        severity: 'info',
        message: JSON.stringify(entry),
        createdAt: settings.clock(),
      });
    },
    ...fileEffects(settings, run, signal),
    httpRequest: (config) => tracedCall(settings.outbound, { config, signal, within: attempt.span }),
    gathering: attempt.gathering,
    async setTimeout(content, ms) {
      signal.throwIfAborted();
      if (!(ms >= 0 && ms <= longestTimeoutMs))
        throw new CancelError('A time to wait may be ten years at most.');
      return attempt.timers.add(content, new Date(settings.clock().getTime() + ms));
    },
    async clearTimeout(id) {
      signal.throwIfAborted();
      attempt.timers.clear(id);
    },
    async stopFlow() {
      signal.throwIfAborted();
      attempt.stopFlow();
    },
    idempotencyKey: `${run.id}:${componentId}:${attempt.path}`,
    getWebhookUrl: () => webhookUrl(settings.publicUrl, run.flowId, componentId),
    now: settings.clock,
    uuid: settings.newId,
  };
}
