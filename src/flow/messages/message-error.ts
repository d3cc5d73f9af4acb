import { inEnglish, type Message } from './message.ts';

/** An error that people read: its `message` is English, `said` is for who speaks their language. */
export class MessageError extends Error {
  readonly said: Message;

  constructor(said: Message, options?: ErrorOptions) {
    super(inEnglish(said), options);
    this.said = said;
  }
}
