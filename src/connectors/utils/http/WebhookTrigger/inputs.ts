import type { InspectorInput } from '../../../../flow/manifest.ts';

/** Its value is the URL of one flow's component, so a static call gives it. */
export const urlInput: InspectorInput = {
  type: 'text',
  label: 'Webhook URL',
  tooltip: 'Each flow has its own URL, and so has each activated integration.',
  index: 1,
  readonly: true,
};

export const immediateResponse: InspectorInput = {
  type: 'toggle',
  label: 'Answer at once',
  tooltip: 'Switch this off to let a Response step of the flow answer the caller.',
  index: 2,
  defaultValue: true,
};
