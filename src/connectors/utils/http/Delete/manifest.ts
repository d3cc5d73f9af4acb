import { strokeIcon } from '../../../icon.ts';
import { bodyVerb } from '../verb/manifest.ts';

export const manifest = bodyVerb({
  component: 'Delete',
  label: 'HTTP Delete',
  description: 'Deletes what a URL names.',
  icon: strokeIcon('<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>'),
});
