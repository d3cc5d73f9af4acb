import type { Descriptor } from '../flow/descriptor.ts';
import { outgoing } from '../flow/graph.ts';
import type { Scope } from '../flow/path.ts';
import type { Timer } from '../store/steps.ts';
import { childPath, rootPath } from './step-path.ts';

/** A message on its way to a component; each becomes one step. */
export type Delivery = {
  path: string;
  componentId: string;
  /** Null for the trigger, where a run begins. */
  inPort: string | null;
  sender: { componentId: string; port: string } | null;
  /** What the sender emitted. */
  content: unknown;
  /** Outputs of all earlier steps on the way here. */
  scope: Scope;
  /** The messages on the way here, the latest first. */
  way?: Way | undefined;
  /** The fields of the in port, where no mapping fills them: a component is tested by itself, or called by a timer. */
  inputs?: Record<string, unknown>;
  /** Called by the component's own timer at this time. */
  at?: Date;
};

/** A message of a step, and those that led to it. */
export type Way = {
  componentId: string;
  path: string;
  port: string;
  messageIndex: number;
  before: Way | undefined;
  /** What else was passed by those that came together with it, by component. */
  beside?: ReadonlyMap<string, Way>;
};

/** The in port of a call by a timer. */
export const timeoutPort = 'timeout';

/** The delivery that a run begins with. */
export function firstDelivery(triggerId: string): Delivery {
  return {
    path: rootPath,
    componentId: triggerId,
    inPort: null,
    sender: null,
    content: undefined,
    scope: {},
  };
}

/** Where the messages of a step go: along every link of their port, in the order of messages and links. A disabled
 * component gets none. */
export function deliveriesOf(
  descriptor: Descriptor,
  from: Delivery,
  emitted: { port: string; content: unknown }[],
): Delivery[] {
  const links = outgoing(descriptor, from.componentId);
  return emitted.flatMap(({ port, content }, messageIndex) => {
    const scope = {
      ...from.scope,
      [from.componentId]: { ...from.scope[from.componentId], [port]: content },
    };
    const { componentId, path } = from;
    const way: Way = { componentId, path, port, messageIndex, before: from.way };
    return links
      .filter((link) => link.outPort === port && !descriptor[link.to]?.disabled)
      .map((link, linkIndex) => ({
        path: childPath(from.path, messageIndex, linkIndex),
        componentId: link.to,
        inPort: link.inPort,
        sender: { componentId: from.componentId, port },
        content,
        scope,
        way,
      }));
  });
}

/** The call that a timer of a step makes. */
export function timerDelivery(from: Delivery, { id, at, content }: Timer): Delivery {
  const { componentId, scope, way } = from;
  return {
    path: id,
    componentId,
    inPort: timeoutPort,
    sender: null,
    content,
    scope,
    way,
    inputs: content as Record<string, unknown>,
    at: new Date(at),
  };
}
