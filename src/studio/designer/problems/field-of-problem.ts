import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, nodeOf } from '../../../flow/graph.ts';
import { inPortsOf } from '../../../flow/manifest.ts';
import type { Problem } from '../../../flow/problems.ts';
import { own } from '../../../flow/record.ts';
import { componentLabel } from '../../text/component-label.ts';
import { problemsText as text } from '../../text/english/problems.ts';

/**
 * What people call the field a problem is about, e.g. "URL"; undefined when it is about no field. Where several links
 * fill the same field it says which: "URL, input from On App Event".
 */
export function fieldOfProblem(
  descriptor: Descriptor,
  catalogue: Catalogue,
  { componentId, place }: Pick<Problem, 'componentId' | 'place'>,
): string | undefined {
  const { part, field, link } = place;
  if (field === undefined) return undefined;
  const manifest = catalogue.component(nodeOf(descriptor, componentId)?.type ?? '')?.manifest;
  const form =
    part === 'properties'
      ? manifest?.properties
      : manifest && inPortsOf(manifest).find((port) => port.name === link?.inPort);
  const label = own(form?.inspector?.inputs ?? {}, field)?.label ?? field;
  const several =
    link && incoming(descriptor, componentId).filter(({ inPort }) => inPort === link.inPort).length > 1;
  return several
    ? text('fieldOfLink', { field: label, component: componentLabel(descriptor, catalogue, link.from) })
    : label;
}
