import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.controls.StopFlow',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Ends this run, cancels the other runs of the flow and stops the flow.',
  icon: strokeIcon('<circle cx="12" cy="12" r="9"/><path d="M9 9h6v6H9z"/>'),
  inPorts: [{ name: 'in' }],
  outPorts: [],
};
