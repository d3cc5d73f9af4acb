import type { ComponentManifest, When } from '../../../../flow/manifest.ts';
import { strokeIcon } from '../../../icon.ts';
import { timeZoneInput } from '../time-zones.ts';

const typeIs = (...types: string[]): When => ({ in: { './scheduleType': types } });
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const text = { type: 'string' };

export const manifest: ComponentManifest = {
  name: 'appmixer.utils.timers.SchedulerTrigger',
  label: 'Schedule',
  author: 'Tributary',
  version: '1.0.0',
  description: 'Starts the flow at set times: on days of the week or month, or every so often.',
  icon: strokeIcon(
    '<rect x="4" y="5" width="16" height="16" rx="2"/><path d="M4 10h16M8 3v4M16 3v4M12 13v3l2 1"/>',
  ),
  trigger: true,
  tick: true,
  outPorts: [
    {
      name: 'out',
      options: [
        {
          label: 'Next time (UTC)',
          value: 'nextDateGMT',
          schema: { type: 'string', format: 'date-time', example: '2026-01-31T08:30:00.000Z' },
        },
        {
          label: 'Next time (local)',
          value: 'nextDateLocal',
          schema: { ...text, example: '2026-01-31 09:30:00' },
        },
        { label: 'Time zone', value: 'timezone', schema: { ...text, example: 'Europe/Prague' } },
        {
          label: 'Previous time',
          value: 'previousDate',
          schema: { type: 'string', format: 'date-time', example: '2026-01-30T08:30:00.000Z' },
        },
      ],
    },
  ],
  properties: {
    schema: {
      type: 'object',
      properties: {
        scheduleType: text,
        daysOfWeek: { type: 'array' },
        daysOfMonth: { type: 'array' },
        customInterval: { type: 'number' },
        customIntervalUnit: text,
        time: text,
        start: text,
        end: text,
        timezone: text,
      },
      required: ['daysOfWeek', 'daysOfMonth', 'customInterval', 'time'],
    },
    inspector: {
      inputs: {
        scheduleType: {
          type: 'select',
          label: 'Repeats',
          index: 1,
          defaultValue: 'daysOfWeek',
          options: [
            { label: 'On days of the week', value: 'daysOfWeek' },
            { label: 'On days of the month', value: 'daysOfMonth' },
            { label: 'Every so often', value: 'customInterval' },
          ],
        },
        daysOfWeek: {
          type: 'multiselect',
          label: 'Days of the week',
          index: 2,
          required: true,
          when: typeIs('daysOfWeek'),
          options: days.map((day) => ({ label: day, value: day.toLowerCase() })),
        },
        daysOfMonth: {
          type: 'multiselect',
          label: 'Days of the month',
          tooltip: 'A month that is too short for a day leaves it out.',
          index: 3,
          required: true,
          when: typeIs('daysOfMonth'),
          options: [
            ...Array.from({ length: 31 }, (_, index) => String(index + 1)),
            { label: 'Last day', value: 'last' },
          ],
        },
        customInterval: {
          type: 'number',
          label: 'Every',
          index: 4,
          min: 1,
          required: true,
          defaultValue: 1,
          when: typeIs('customInterval'),
        },
        customIntervalUnit: {
          type: 'select',
          label: 'Unit',
          index: 5,
          defaultValue: 'days',
          when: typeIs('customInterval'),
          options: [
            { label: 'Minutes', value: 'minutes' },
            { label: 'Hours', value: 'hours' },
            { label: 'Days', value: 'days' },
            { label: 'Weeks', value: 'weeks' },
            { label: 'Months', value: 'months' },
          ],
        },
        time: {
          type: 'text',
          label: 'Time of day',
          tooltip: 'Hours and minutes, such as 09:30. Minutes and hours are counted from the start instead.',
          placeholder: '09:30',
          index: 6,
          required: true,
          defaultValue: '09:00',
        },
        start: {
          type: 'date-time',
          label: 'From',
          tooltip: 'Empty: from the start of the flow on.',
          index: 7,
          config: { enableTime: true },
        },
        end: { type: 'date-time', label: 'Until', index: 8, config: { enableTime: true } },
        timezone: timeZoneInput(9),
      },
    },
  },
};
