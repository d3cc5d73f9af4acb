import type { Sentences } from '../sentences.ts';

/** Why a link cannot be drawn. */
export const connection = {
  gone: 'This component is no longer in the flow.',
  toItself: 'A component cannot be connected to itself.',
  inputsUnknown: '{{component}} is not installed, so its inputs are unknown.',
  outputsUnknown: '{{component}} is not installed, so its outputs are unknown.',
  trigger: '{{component}} starts the flow and takes no input.',
  noInput: '{{component}} has no input “{{port}}”.',
  noOutput: '{{component}} has no output “{{port}}”.',
  twice: 'These two are already connected.',
  loop: 'This would make a loop: {{sender}} comes after {{target}}.',
  full: '“{{port}}” of {{component}} takes one connection only.|“{{port}}” of {{component}} takes {{count}} connections at most.',
} as const satisfies Sentences;
