import type { Descriptor } from '../../flow/descriptor.ts';

/**
 * A version of a flow as it is sent to the background: its components in their order, and those that are other ones than
 * in the version sent before, `since`; all where there is none.
 */
export type FlowVersion = {
  number: number;
  since: number | undefined;
  ids: string[];
  changed: Descriptor;
};

let lastNumber = 0;

/** Sends the versions of one flow. A component is sent once: an example of megabytes does not go along with every other edit. */
export function createFlowSender() {
  let sent: { number: number; descriptor: Descriptor } | undefined;
  return {
    /** What is to be sent of a version; `whole` where the receiver does not have the one before. */
    version(descriptor: Descriptor, { whole = false } = {}): FlowVersion {
      const before = whole ? undefined : sent;
      const ids = Object.keys(descriptor);
      const isNew = (id: string) => !before || before.descriptor[id] !== descriptor[id];
      const changed = Object.fromEntries(ids.filter(isNew).map((id) => [id, descriptor[id]!]));
      sent = { number: ++lastNumber, descriptor };
      return { number: lastNumber, since: before?.number, ids, changed };
    },
  };
}

/** Puts together what a sender sent; undefined where the version is missing that it builds on. */
export function createFlowReceiver() {
  let last: { number: number; descriptor: Descriptor } | undefined;
  return ({ number, since, ids, changed }: FlowVersion): Descriptor | undefined => {
    if (since !== undefined && since !== last?.number) return undefined;
    const before = last?.descriptor ?? {};
    const descriptor = Object.fromEntries(
      ids.map((id) => [id, (Object.hasOwn(changed, id) ? changed[id] : before[id])!]),
    );
    last = { number, descriptor };
    return descriptor;
  };
}
