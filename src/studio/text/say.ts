import { inWords, type Message } from '../../flow/messages/message.ts';
import { wordingOf } from './area.ts';
import { flowEnglish } from './english/flow.ts';

/** A message of `src/flow` in the language of the page. Call it while rendering, never as a module loads. */
export function say(message: Message): string {
  return inWords(message, (id) => wordingOf('flow', flowEnglish, id));
}
