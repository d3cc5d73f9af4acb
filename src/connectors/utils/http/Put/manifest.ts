import { strokeIcon } from '../../../icon.ts';
import { bodyVerb } from '../verb/manifest.ts';

export const manifest = bodyVerb({
  component: 'Put',
  label: 'HTTP Put',
  description: 'Replaces the data at a URL.',
  icon: strokeIcon('<path d="M4 9h13l-3.5-3.5M20 15H7l3.5 3.5"/>'),
});
