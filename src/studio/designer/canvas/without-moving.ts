import type { Descriptor } from '../../../flow/descriptor.ts';
import type { Link } from '../../../flow/graph.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';

/** The flow without the link whose end is being moved, if one is. */
export function withoutMoving(descriptor: Descriptor, moving: Link | undefined): Descriptor {
  return moving ? disconnect({ link: moving }).apply(descriptor) : descriptor;
}
