import { CancelError } from '../connectors/component.ts';

/** A message that a step emitted: the value as it reads back from the journal, and its JSON text. */
export type Emitted = { port: string; content: unknown; text: string };

export type Outbox = {
  emitted: Emitted[];
  /** @throws CancelError above the limits, and when the content cannot be JSON */
  emit(content: unknown, port: string): void;
};

const mostMessages = 10_000;
const mostBytes = 10 * 1024 * 1024;

/** Gathers what one attempt emits; nothing leaves it when the attempt fails. */
export function createOutbox(): Outbox {
  const emitted: Emitted[] = [];
  let bytes = 0;
  return {
    emitted,
    emit(content, port) {
      const text = jsonText(content);
      bytes += Buffer.byteLength(text);
      if (bytes > mostBytes) throw new CancelError('The output of the step is larger than 10 MiB.');
      if (emitted.length >= mostMessages) {
        throw new CancelError(`The step emitted more than ${mostMessages.toLocaleString('en')} messages.`);
      }
      // Read back at once: what follows sees the same value now and after a crash, and cannot change the sender's.
      emitted.push({ port, content: JSON.parse(text), text });
    },
  };
}

function jsonText(content: unknown): string {
  try {
    return JSON.stringify(content) ?? 'null';
  } catch (error) {
    // A cycle, a BigInt, a depth that no stack holds: another attempt would emit the same.
    throw new CancelError(`The output cannot be JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** The JSON text of a step's outputs, from the texts of its messages. */
export function outputsText(emitted: Emitted[]): string {
  return `[${emitted.map(({ port, text }) => `{"port":${JSON.stringify(port)},"content":${text}}`).join(',')}]`;
}
