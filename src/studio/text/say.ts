import { inWords, isMessage, type Words } from '../../flow/messages/message.ts';
import { wordingOf } from './area.ts';
import { flowEnglish } from './english/flow.ts';

/**
 * A message of `src/flow` in the language of the page; a name is said as it is. Call it while rendering, never as a
 * module loads.
 */
export function say(words: Words): string {
  return inWords(words, (id) => wordingOf('flow', flowEnglish, id));
}

/** What the server told, in the language of the page where it came as data too. */
export function sayTold({ message, said }: { message: string; said?: unknown }): string {
  return isMessage(said) ? say(said) : message;
}
