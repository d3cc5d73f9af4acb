import { strokeIcon } from '../../../icon.ts';
import { bodyVerb } from '../verb/manifest.ts';

export const manifest = bodyVerb({
  component: 'Patch',
  label: 'HTTP Patch',
  description: 'Changes part of the data at a URL.',
  icon: strokeIcon('<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5"/>'),
});
