import { type Message, message } from './messages/message.ts';

/** What a step was cut off from when its run was cancelled, by the code of its error. */
const messages = {
  CANCELLED_AT_WORK: message('run.cutOff.effect'),
  /** It has no effect outside. */
  CANCELLED: message('run.cutOff.pure'),
} as const;

export type CutOffCode = keyof typeof messages;

/** Says why a step was cut off; undefined for an error that tells of something else. */
export function cutOffMessage(code: CutOffCode): Message;
export function cutOffMessage(code: unknown): Message | undefined;
export function cutOffMessage(code: unknown): Message | undefined {
  return typeof code === 'string' && Object.hasOwn(messages, code) ? messages[code as CutOffCode] : undefined;
}
