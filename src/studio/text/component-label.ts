import type { Catalogue } from '../../flow/definition.ts';
import type { Descriptor } from '../../flow/descriptor.ts';
import { componentLabel as labelInFlow } from '../../flow/label.ts';
import { say } from './say.ts';

/** What people read for a component, in the language of the page. */
export function componentLabel(descriptor: Descriptor, catalogue: Catalogue, id: string): string {
  return say(labelInFlow(descriptor, catalogue, id));
}
