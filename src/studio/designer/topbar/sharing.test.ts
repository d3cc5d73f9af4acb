import { expect, test } from 'vitest';
import { sharingSchema } from '../../../contract/flows.ts';
import { type Audience, audienceError, audienceOf, sharingOf } from './sharing.ts';

const audiences: Audience[] = [
  { kind: 'everyone' },
  { kind: 'domain', domain: 'acme.com' },
  { kind: 'person', email: 'ada@acme.com' },
];

test.each(audiences)('$kind becomes one entry and is read back the same', (audience) => {
  const sharing = sharingOf(audience);
  expect(sharing).toHaveLength(1);
  expect(sharingSchema.parse(sharing[0])).toEqual(sharing[0]);
  expect(audienceOf(sharing)).toEqual(audience);
  expect(audienceError(audience)).toBeUndefined();
});

test('a domain may be typed with its @', () => {
  expect(sharingOf({ kind: 'domain', domain: ' @Acme.com ' })).toMatchObject([{ domain: 'acme.com' }]);
});

test('what is no domain or address is told', () => {
  expect(audienceError({ kind: 'domain', domain: 'acme' })).toContain('acme.com');
  expect(audienceError({ kind: 'person', email: '' })).toContain('e-mail');
});

test('several entries are more than the form can say', () => {
  expect(audienceOf([...sharingOf(audiences[0]!), ...sharingOf(audiences[1]!)])).toBeUndefined();
});
