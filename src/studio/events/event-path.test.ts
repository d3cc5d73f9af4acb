import { expect, test } from 'vitest';
import { eventOfPath, pathOfEvent } from './event-path.ts';

test.each(['contact-created', 'a/b c', '100%', 'a%2Fb', 'naïve ☂', '?#'])('%j is found again', (event) => {
  expect(eventOfPath(`/studio${pathOfEvent(event)}`)).toBe(event);
});

test('a percent sign typed into the address stands for itself', () => {
  expect(eventOfPath('/studio/events/100%')).toBe('100%');
});
