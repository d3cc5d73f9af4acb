import type { Descriptor } from '../flow/descriptor.ts';
import type { JournaledStep } from '../store/steps.ts';
import { type Delivery, deliveriesOf, firstDelivery } from './delivery.ts';

/** The message that led to a step of a run, from what the journal says of the steps before it. */
export function deliveryAt(
  descriptor: Descriptor,
  triggerId: string,
  steps: readonly JournaledStep[],
  path: string,
): Delivery | undefined {
  const known = new Map(steps.map((step) => [step.path, step]));
  const queue = [firstDelivery(triggerId)];
  for (let delivery = queue.shift(); delivery; delivery = queue.shift()) {
    if (delivery.path === path) return delivery;
    queue.push(...deliveriesOf(descriptor, delivery, known.get(delivery.path)?.outputs ?? []));
  }
  return undefined;
}
