import type { InputOption, InspectorInput } from '../../../../flow/manifest.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';

export type Choice = {
  /** Unique text that stands for the value in a select control. */
  key: string;
  label: string;
  value: unknown;
  /** A data URI; other pictures would be asked of strangers. */
  icon?: string;
};

export type Choices = {
  choices: Choice[];
  /** The label of the row that empties the field. */ clear?: string;
};

/** Options in any spelling of the interface: texts, `label` or the older `content`, and a row that clears. */
export function choicesOf(options: readonly InputOption[] | undefined): Choices {
  const choices: Choice[] = [];
  let clear: string | undefined;
  for (const option of options ?? []) {
    if (typeof option === 'string') {
      choices.push({ key: keyOf(option), label: option, value: option });
    } else if (option.clearItem) {
      clear = labelOf(option.label ?? option.content, option.value) || text('field.clear');
    } else {
      choices.push({
        key: keyOf(option.value),
        label: labelOf(option.label ?? option.content, option.value),
        value: option.value,
        ...(option.icon?.startsWith('data:image/') ? { icon: option.icon } : {}),
      });
    }
  }
  const unique = [...new Map(choices.map((choice) => [choice.key, choice])).values()];
  return clear === undefined ? { choices: unique } : { choices: unique, clear };
}

/** A stored value that is no option any more stays visible as one. */
export function withStored(choices: Choice[], value: unknown): Choice[] {
  if (value === undefined || value === null || value === '') return choices;
  const key = keyOf(value);
  if (choices.some((choice) => choice.key === key)) return choices;
  return [...choices, { key, label: labelOf(undefined, value), value }];
}

/** What a choice is when it is emptied: nothing, or where that would bring a default back an empty text. */
export function nothingChosen({ defaultValue }: InspectorInput): '' | undefined {
  return defaultValue === undefined ? undefined : '';
}

export function keyOf(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function labelOf(label: string | undefined, value: unknown): string {
  if (label !== undefined && label !== '') return label;
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
