import type { EventUse } from '../../contract/event-contracts.ts';
import { inPortsOf, inputLabel, labelOf } from '../../flow/manifest.ts';
import { own } from '../../flow/record.ts';
import { catalogue } from '../catalogue.ts';

/** What people call the component that takes something out of an event. */
export function componentOf({ label, componentType }: EventUse): string {
  const manifest = catalogue.component(componentType)?.manifest;
  return label ?? (manifest ? labelOf(manifest) : componentType);
}

/** What they call its input. */
export function fieldOf({ componentType, inPort, field }: EventUse): string {
  const manifest = catalogue.component(componentType)?.manifest;
  const port = manifest && inPortsOf(manifest).find(({ name }) => name === inPort);
  return inputLabel(field, own(port?.inspector?.inputs, field));
}
