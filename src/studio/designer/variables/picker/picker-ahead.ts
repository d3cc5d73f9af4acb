import { sampleText, typeText } from '../sample-text.ts';
import type { VariableSource } from '../variable-source.ts';

/** About as many as are in view. */
const firstShown = 24;

/**
 * What the first opening of a picker would wait for, a step at a time: the fields are read, their rows laid out, and the
 * browser's own words for lists and numbers, which come when they are first asked for, are asked for. Last comes what a search goes
 * over.
 */
export function* pickerAhead(source: VariableSource): Generator<unknown, void> {
  source.openAtFirst();
  yield;
  yield* source.prepareRows();
  yield;
  for (const { field } of source.firstRows().slice(0, firstShown)) {
    if (field) yield [sampleText(field), typeText(field)];
  }
  yield* source.prepareSearch();
}
