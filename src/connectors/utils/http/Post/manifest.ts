import { strokeIcon } from '../../../icon.ts';
import { bodyVerb } from '../verb/manifest.ts';

export const manifest = bodyVerb({
  component: 'Post',
  label: 'HTTP Post',
  description: 'Sends data to a URL.',
  icon: strokeIcon('<path d="M12 21V9M7 13.5 12 8.5l5 5M4 3h16"/>'),
});
