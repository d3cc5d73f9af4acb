import { sampleText, typeText } from '../sample-text.ts';
import type { VariableSource } from '../variable-source.ts';

/** About as many as are in view. */
const firstShown = 24;

/**
 * What the first opening of a picker would wait for, a step at a time: the fields are read, their rows laid out, and the
 * browser's own words for lists and numbers, which come when they are first asked for, are asked for.
 */
export function* pickerAhead(source: VariableSource): Iterator<unknown> {
  source.openAtFirst();
  yield;
  yield* source.prepareRows();
  yield;
  for (const { field } of source.firstRows().slice(0, firstShown)) {
    if (field) yield [sampleText(field), typeText(field)];
  }
}
