import type { ComponentManifest } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { moment } from '../../moment.ts';
import { timeZoneInput } from '../time-zones.ts';

const field = { type: 'string' };

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.timers.Scheduler',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts the flow by a cron pattern, on the clocks of a time zone.',
  icon: strokeIcon('<path d="M4 7h16M4 12h16M4 17h16M8 5v4M15 10v4M10 15v4"/>'),
  trigger: true,
  tick: true,
  outPorts: [
    {
      name: 'out',
      options: [
        { label: 'Now', value: 'now', schema: moment },
        { label: 'Previous time', value: 'previousDate', schema: moment },
        { label: 'Next time', value: 'nextDate', schema: moment },
      ],
    },
  ],
  properties: {
    schema: {
      type: 'object',
      properties: {
        minute: field,
        hour: field,
        dayMonth: field,
        dayWeek: field,
        timezone: field,
        immediate: { type: 'boolean' },
      },
      required: ['minute', 'hour', 'dayMonth', 'dayWeek'],
    },
    inspector: {
      inputs: {
        minute: {
          type: 'text',
          label: 'Minute',
          tooltip: 'A number, several as 0,30, a range as 0-15, each fifth one as */5, or * for every one.',
          index: 1,
          required: true,
          defaultValue: '0',
        },
        hour: {
          type: 'text',
          label: 'Hour',
          tooltip: '0 to 23',
          index: 2,
          required: true,
          defaultValue: '9',
        },
        dayMonth: {
          type: 'text',
          label: 'Day of the month',
          tooltip: '1 to 31, or L for the last one. With a day of the week as well, either will do.',
          index: 3,
          required: true,
          defaultValue: '*',
        },
        dayWeek: {
          type: 'text',
          label: 'Day of the week',
          tooltip: '0 to 6 from Sunday on, or SUN to SAT, such as MON-FRI',
          index: 4,
          required: true,
          defaultValue: '*',
        },
        timezone: timeZoneInput(5),
        immediate: {
          type: 'toggle',
          label: 'Also when the flow is started',
          index: 6,
          defaultValue: false,
        },
      },
    },
  },
};
