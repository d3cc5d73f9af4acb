import { expect, test } from 'vitest';
import { allowanceOf } from './allowance.ts';

test('without entries public addresses alone are allowed', () => {
  const allowance = allowanceOf([]);
  expect(allowance.address('8.8.8.8')).toBe(true);
  expect(allowance.address('127.0.0.1')).toBe(false);
  expect(allowance.host('localhost')).toBe(false);
});

test('an address, a block and a host name add to them', () => {
  const allowance = allowanceOf(['10.0.0.5', ' 192.168.0.0/16', 'fd00::/8', 'Receiver.internal', '']);
  expect(allowance.address('10.0.0.5')).toBe(true);
  expect(allowance.address('10.0.0.6')).toBe(false);
  expect(allowance.address('192.168.77.1')).toBe(true);
  expect(allowance.address('::ffff:192.168.77.1')).toBe(true);
  expect(allowance.address('fd12::1')).toBe(true);
  expect(allowance.address('fc12::1')).toBe(false);
  expect(allowance.host('receiver.INTERNAL.')).toBe(true);
  expect(allowance.host('other.receiver.internal')).toBe(false);
});

test.each(['10.0.0.0/33', '10.0.0.0/', 'fd00::/129', 'http://x', 'a b', 'host/8'])(
  '%s is malformed',
  (entry) => {
    expect(() => allowanceOf([entry])).toThrow(`OUTBOUND_ALLOW: "${entry}"`);
  },
);
