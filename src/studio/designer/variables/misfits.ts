import type { Reference } from '../../../flow/descriptor.ts';
import { type Expectation, expectationsInJson, type Misfit, misfitOf } from '../../../flow/fit.ts';
import { placeholderRanges, referenceOf } from './placeholders.ts';
import type { VariableSource } from './variable-source.ts';

/**
 * The references of a text that cannot serve it. A text of more than a variable is a text whatever that gives, so it is
 * looked at in JSON only.
 */
export function misfitsIn(input: {
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  json: boolean;
  expects: Expectation | undefined;
}): ReadonlyMap<string, Misfit> {
  const { value, references, source, json, expects } = input;
  const ranges = placeholderRanges(value);
  const sole = ranges.length === 1 && ranges[0]!.to - ranges[0]!.from === value.length;
  const expectations = json ? expectationsInJson(value) : sole ? [expects] : [];
  return new Map(
    ranges.flatMap(({ id }, index) => {
      const given = expectations[index] && source.given(referenceOf(id, references));
      const misfit = given && misfitOf(given, expectations[index]);
      return misfit ? [[id, misfit] as const] : [];
    }),
  );
}
