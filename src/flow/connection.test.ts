import { expect, test } from 'vitest';
import { checkConnection } from './connection.ts';
import type { Descriptor } from './descriptor.ts';
import { inEnglish } from './messages/message.ts';
import { testCatalogue } from './testing/catalogue.ts';
import { node } from './testing/flow.ts';

const flow: Descriptor = {
  event: node('onEvent'),
  post: node('post', { event: ['out'] }, { label: 'Send' }),
  set: node('setVariable', { post: ['response'] }),
  join: node('join'),
  gone: { ...node('join'), type: 'vendor.of.old.Thing' },
};

function check(from: string, outPort: string, to: string, inPort = 'in') {
  const result = checkConnection(flow, testCatalogue, { from, outPort, to, inPort });
  return result.ok ? 'ok' : inEnglish(result.reason);
}

test.each([
  ['event', 'out', 'join', 'in'],
  ['event', 'out', 'join', 'other'],
  ['set', 'error', 'join', 'in'],
  ['gone', 'error', 'join', 'in'],
])('allows %s.%s → %s.%s', (from, outPort, to, inPort) => {
  expect(check(from, outPort, to, inPort)).toBe('ok');
});

test.each([
  [['post', 'response', 'post'], 'A component cannot be connected to itself.'],
  [['nobody', 'out', 'join'], 'This component is no longer in the flow.'],
  [['post', 'response', 'event'], 'On Event starts the flow and takes no input.'],
  [['event', 'out', 'post'], 'These two are already connected.'],
  [['event', 'out', 'join', 'third'], 'Join has no input “third”.'],
  [['event', 'response', 'join'], 'On Event has no output “response”.'],
  [['event', 'out', 'set'], '“in” of Set Variable takes one connection only.'],
  [['set', 'out', 'post'], 'This would make a loop: Set Variable comes after Send.'],
  [['gone', 'out', 'join'], 'Thing is not installed, so its outputs are unknown.'],
  [['event', 'out', 'gone'], 'Thing is not installed, so its inputs are unknown.'],
])('refuses %j', ([from, outPort, to, inPort], reason) => {
  expect(check(from!, outPort!, to!, inPort)).toBe(reason);
});
