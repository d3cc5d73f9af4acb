import { expect, test } from 'vitest';
import { nameComponents } from './name-components.ts';

const labels = new Map([['f2e1-a', 'On App Event']]);

test.each([
  ['body: $.f2e1-a.out.data.no found nothing', 'body: On App Event › data.no found nothing'],
  ['$.f2e1-a.out found nothing', 'On App Event found nothing'],
  ['$.f2e1-a.out["a b"][0]', 'On App Event["a b"][0]'],
  ['$.other.out.x', '$.other.out.x'],
  ['costs $.50', 'costs $.50'],
])('%s', (message, readable) => {
  expect(nameComponents(message, labels)).toBe(readable);
});
