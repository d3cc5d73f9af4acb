import {
  inWords,
  isMessage,
  type Message,
  type MessageValue,
  type Words,
} from '../../flow/messages/message.ts';
import { ownText, wordingOf } from './area.ts';
import { flowEnglish } from './english/flow.ts';

/**
 * A message of `src/flow` in the language of the page; a name is said as it is. Call it while rendering, never as a
 * module loads.
 */
export function say(words: Words): string {
  return inWords(typeof words === 'string' ? words : withOwnLabels(words), (id) =>
    wordingOf('flow', flowEnglish, id),
  );
}

/** The label of a modifier's argument travels in English, as its manifest has it, and is worded as on the modifier. */
function withOwnLabels(words: Message): Message {
  const values = Object.entries(words.values).map(([name, value]): [string, MessageValue] => {
    if (typeof value === 'object') return [name, withOwnLabels(value)];
    const label =
      name === 'argument' && typeof value === 'string' ? ownText('modifiers', `labels.${value}`) : undefined;
    return [name, label ?? value];
  });
  return { ...words, values: Object.fromEntries(values) };
}

/** What the server told, in the language of the page where it came as data too. */
export function sayTold({ message, said }: { message: string; said?: unknown }): string {
  return isMessage(said) ? say(said) : message;
}
