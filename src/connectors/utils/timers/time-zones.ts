import type { InspectorInput } from '../../../flow/manifest.ts';

/** Plain names, as they are the same in every language. */
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function timeZoneInput(index: number): InspectorInput {
  return {
    type: 'select',
    label: 'Time zone',
    tooltip:
      'Whose clocks count. A time that they leave out comes at the next moment, one that comes twice counts once.',
    index,
    defaultValue: 'UTC',
    options: zones,
  };
}

/** The time zone that settings name. */
export function timeZoneOf({ timezone }: Record<string, unknown>): string {
  return typeof timezone === 'string' && timezone.trim() !== '' ? timezone.trim() : 'UTC';
}
