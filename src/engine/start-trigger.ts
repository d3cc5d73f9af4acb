import { CancelError } from '../connectors/component.ts';
import type { FlowNode } from '../flow/descriptor.ts';
import { isTrigger } from '../flow/manifest.ts';
import { calledByUrl } from '../store/listeners.ts';
import type { StagedFlow } from '../store/stages.ts';
import { createOutbox, type Emitted } from './outbox.ts';
import type { EngineSettings } from './settings.ts';
import { firstTick } from './ticks.ts';

/** What a trigger asked for while its flow started. */
export type StartedTrigger = {
  componentId: string;
  /** Undefined when nothing from outside calls it. */
  event: string | undefined;
  /** Where the event's data has the key of runs that follow each other. */
  orderBy: string[] | null;
  messages: Emitted[];
  /** When the clock calls it first, and from when on it was counted. */
  tick: { at: Date; from: Date } | undefined;
};

/**
 * Starts a trigger: lets its behaviour register and send. Gives undefined for a component that is no trigger
 * or is disabled.
 *
 * @throws what the behaviour threw
 */
export async function startTrigger(
  settings: EngineSettings,
  flow: Pick<StagedFlow, 'id' | 'userId'>,
  componentId: string,
  node: FlowNode,
): Promise<StartedTrigger | undefined> {
  const manifest = settings.catalogue.component(node.type)?.manifest;
  if (!manifest || !isTrigger(manifest) || node.disabled) return undefined;
  const outbox = createOutbox();
  let orderBy: string[] | null = null;
  let event = manifest.webhook ? calledByUrl : undefined;
  const behaviour = settings.behaviours[node.type];
  const properties = node.config?.properties ?? {};
  const from = settings.clock();
  const at = firstTick(behaviour?.schedule, properties, from);
  await behaviour?.start?.({
    componentId,
    flowId: flow.id,
    userId: flow.userId,
    properties,
    now: settings.clock,
    uuid: settings.newId,
    CancelError,
    async addListener(eventName, options = {}) {
      if (eventName === '') throw new CancelError('An event name may not be empty.');
      if (event && event !== eventName) throw new CancelError('A component can wait for one event only.');
      event = eventName;
      orderBy = options.orderBy && options.orderBy.length > 0 ? options.orderBy : null;
    },
    async sendJson(content, port) {
      outbox.emit(content, port);
    },
  });
  return { componentId, event, orderBy, messages: outbox.emitted, tick: at && { at, from } };
}
