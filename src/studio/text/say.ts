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

/** The labels of a modifier and of its arguments travel in English, as their manifests have them, and are worded as there. */
function withOwnLabels(words: Message): Message {
  const values = Object.entries(words.values).map(([name, value]): [string, MessageValue] => {
    if (typeof value === 'object') return [name, withOwnLabels(value)];
    return [name, ownLabel(words, name) ?? value];
  });
  return { ...words, values: Object.fromEntries(values) };
}

function ownLabel({ id, values }: Message, name: string): string | undefined {
  const { argument, name: modifier } = values;
  if (name === 'argument' && typeof argument === 'string') return ownText('modifiers', `labels.${argument}`);
  const isLabel = id === 'modifier.called' && name === 'label';
  return isLabel && typeof modifier === 'string' ? ownText('modifiers', `${modifier}.label`) : undefined;
}

/** What the server told, in the language of the page where it came as data too. */
export function sayTold({ message, said }: { message: string; said?: unknown }): string {
  return isMessage(said) ? say(said) : message;
}
