/** An app event of about 300 bytes of JSON; `no` is how its side effect is recognised. */
export function eventBody(no: number): string {
  return JSON.stringify({
    no,
    email: `contact-${no}@customer.example`,
    fname: 'David',
    lname: 'Doe',
    company: { name: 'Doe & Sons', country: 'CZ', employees: 42 },
    tags: ['newsletter', 'trial', 'import-2026'],
    note: 'Asked for a call back next week about the yearly plan and the second warehouse.',
    createdAt: '2026-11-23T10:00:00.000Z',
  });
}

/** An event that flows of the bench listen to, and one that nobody listens to. */
export const heardEvent = 'contact-created';
export const unheardEvent = 'contact-ignored';

export const eventPath = (event: string) => `/plugins/appmixer/utils/appevents/events/${event}`;
