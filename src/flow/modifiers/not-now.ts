import { MessageError } from '../messages/message-error.ts';

/** A modifier could not do its work, whatever its value and arguments: trying again later may help. */
export class NotNow extends MessageError {
  override name = 'NotNow';
}
