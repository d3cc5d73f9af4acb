import type { WebhookContent } from '../connectors/component.ts';
import type { Descriptor, FlowNode } from '../flow/descriptor.ts';
import { downstreamOf, nodeOf, topologicalOrder } from '../flow/graph.ts';
import { componentLabel } from '../flow/label.ts';
import { inPortsOf, isTrigger } from '../flow/manifest.ts';
import { inEnglish } from '../flow/messages/message.ts';
import { hindrancesOf, type Problem } from '../flow/problems.ts';
import type { ClaimedRun } from '../store/claimed-runs.ts';
import { type Delivery, firstDelivery } from './delivery.ts';
import { failureOf, TestRefused } from './errors.ts';
import type { EngineSettings } from './settings.ts';
import { startTrigger } from './start-trigger.ts';
import { rootPath } from './step-path.ts';
import { sampleTick } from './ticks.ts';

/** What is tested: a trigger with all that follows it, or any other component by itself. */
export type TestSubject = {
  flow: {
    id: string;
    userId: string;
    name: string;
    descriptor: Descriptor;
    customFields: Record<string, unknown>;
  };
  /** Default: the flow's only trigger. */
  componentId?: string | undefined;
  /** For a trigger: the data of the event; default what its behaviour gives as an example. */
  payload?: unknown;
  /** For another component: the fields of its in port. */
  inputData?: Record<string, unknown> | undefined;
  /** Default: its first. */
  inPort?: string | undefined;
};

/** Where a test begins, and as much of the flow as it goes through. */
export type TestPlan = Pick<ClaimedRun, 'message' | 'startMessage' | 'componentId'> & {
  descriptor: Descriptor;
  first: Delivery;
};

/** @throws TestRefused */
export async function planTest(settings: EngineSettings, subject: TestSubject): Promise<TestPlan> {
  const { descriptor } = subject.flow;
  await settings.customModifiers.refresh();
  const componentId = subject.componentId ?? onlyTrigger(settings, descriptor);
  const node = nodeOf(descriptor, componentId);
  if (!node) throw new TestRefused(`The flow has no component ${componentId}.`);
  if (node.disabled) {
    const label = componentLabel(descriptor, settings.catalogue, componentId);
    throw new TestRefused(`${inEnglish(label)} is disabled.`);
  }
  const manifest = settings.catalogue.component(node.type)?.manifest;
  if (manifest && !isTrigger(manifest)) {
    refuse(
      settings,
      descriptor,
      ({ componentId: id, place }) => id === componentId && place.part !== 'input',
    );
    const ports = inPortsOf(manifest).map((port) => port.name);
    const inPort = subject.inPort ?? ports[0]!;
    if (!ports.includes(inPort)) throw new TestRefused(`The component has no input port ${inPort}.`);
    const inputs = subject.inputData ?? {};
    return {
      componentId,
      message: null,
      startMessage: null,
      descriptor: { [componentId]: node },
      first: { path: rootPath, componentId, inPort, sender: null, content: inputs, scope: {}, inputs },
    };
  }
  const onTheWay = new Set([componentId, ...downstreamOf(descriptor, componentId)]);
  refuse(settings, descriptor, (problem) => onTheWay.has(problem.componentId));
  return {
    componentId,
    ...(await beginning(settings, subject, componentId, node)),
    descriptor,
    first: firstDelivery(componentId),
  };
}

function onlyTrigger({ catalogue }: EngineSettings, descriptor: Descriptor): string {
  const triggers = topologicalOrder(descriptor).filter((id) => {
    const { type, disabled } = descriptor[id]!;
    const manifest = catalogue.component(type)?.manifest;
    return manifest && isTrigger(manifest) && !disabled;
  });
  if (triggers.length === 0) throw new TestRefused('The flow has no trigger.');
  if (triggers.length > 1) throw new TestRefused('The flow has several triggers: name one as componentId.');
  return triggers[0]!;
}

function refuse(
  { catalogue }: EngineSettings,
  descriptor: Descriptor,
  blocks: (problem: Problem) => boolean,
): void {
  const problems = hindrancesOf(descriptor, catalogue).filter(blocks);
  const [first] = problems;
  if (!first) return;
  const label = componentLabel(descriptor, catalogue, first.componentId);
  throw new TestRefused(`${inEnglish(label)}: ${inEnglish(first.message)}`, problems);
}

/** What the trigger gets: the message it sends when the flow starts, or else an event. */
async function beginning(
  settings: EngineSettings,
  { flow, payload }: TestSubject,
  componentId: string,
  node: FlowNode,
): Promise<Pick<TestPlan, 'message' | 'startMessage'>> {
  const sent = await startTrigger(settings, flow, componentId, node).catch((error: unknown) => {
    throw new TestRefused(failureOf(error).message);
  });
  const startMessage = sent?.messages[0];
  if (startMessage) return { message: null, startMessage };
  const properties = node.config?.properties ?? {};
  const schedule = settings.behaviours[node.type]?.schedule;
  if (schedule) return { message: null, startMessage: sampleTick(schedule, properties, settings.clock()) };
  const data =
    payload === undefined ? (settings.behaviours[node.type]?.example?.(properties) ?? {}) : payload;
  const message: WebhookContent = { method: 'POST', hostname: 'localhost', headers: {}, query: {}, data };
  return { message, startMessage: null };
}
