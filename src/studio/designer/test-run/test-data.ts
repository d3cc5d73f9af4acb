import type { FlowNode } from '../../../flow/descriptor.ts';
import { parseJsonText } from '../../../flow/json-text.ts';
import { formatJson } from '../json/format-json.ts';

/** What a trigger can be tested with. */
export type TestData = {
  /** The app event it waits for: past ones can be used again. */
  event: string | undefined;
  /** JSON text to begin with. */
  example: string;
};

const emptyObject = '{}';

/** For a trigger that waits for an app event: its name, and its Event Data Example. */
export function appEventData(node: FlowNode): TestData {
  const { event, eventDataExample: text } = node.config?.properties ?? {};
  const example = typeof text === 'string' && parseJsonText(text).ok ? text : emptyObject;
  return { event: typeof event === 'string' && event !== '' ? event : undefined, example };
}

/** For a trigger that is called by its URL: the body of the call. */
export function callData(): TestData {
  return { event: undefined, example: emptyObject };
}

/** A value as text to edit. */
export function textOfData(value: unknown): string {
  return formatJson(JSON.stringify(value));
}
