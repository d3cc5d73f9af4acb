import { labelOf } from '../../flow/manifest.ts';
import { catalogue } from '../catalogue.ts';

/** What a component is called that its author gave no name. */
export function componentName(type: string): string {
  const manifest = catalogue.component(type)?.manifest;
  return manifest ? labelOf(manifest) : type;
}
