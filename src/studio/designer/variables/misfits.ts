import type { Reference } from '../../../flow/descriptor.ts';
import { type Expectation, expectationsInJson, misfitOf } from '../../../flow/fit.ts';
import { refusalMessage } from '../../../flow/modifiers/chain-refusal.ts';
import { variablesText as text } from '../../text/english/variables.ts';
import { say } from '../../text/say.ts';
import { misfitText } from './misfit-text.ts';
import { placeholderRanges, referenceOf } from './placeholders.ts';
import type { VariableSource } from './variable-source.ts';

/**
 * Why a pill cannot serve: on the pill itself (`told`), and below the input, with the modifier that helps. What is a problem
 * of the flow is told there already.
 */
export type PillMisfit = { told: string; note?: string; remedy?: string };

/**
 * The references of a text that cannot serve it, or that one of their own modifiers cannot work on. A text of more than a
 * variable is a text whatever that gives, so what it expects is looked at in JSON only.
 */
export function misfitsIn(input: {
  value: string;
  references: Record<string, Reference>;
  source: VariableSource;
  json: boolean;
  expects: Expectation | undefined;
}): ReadonlyMap<string, PillMisfit> {
  const { value, references, source, json, expects } = input;
  const ranges = placeholderRanges(value);
  const sole = ranges.length === 1 && ranges[0]!.to - ranges[0]!.from === value.length;
  const expectations = json ? expectationsInJson(value) : sole ? [expects] : [];
  return new Map(
    ranges.flatMap(({ id }, index) => {
      const reference = referenceOf(id, references);
      const misfit = refusedOf(source, reference) ?? misfitWith(source, reference, expectations[index]);
      return misfit ? [[id, misfit] as const] : [];
    }),
  );
}

function refusedOf(source: VariableSource, reference: Reference | undefined): PillMisfit | undefined {
  const refusal = source.refusal(reference);
  return refusal && { told: say(refusalMessage(refusal)) };
}

function misfitWith(
  source: VariableSource,
  reference: Reference | undefined,
  expects: Expectation | undefined,
): PillMisfit | undefined {
  const given = expects && source.given(reference);
  const misfit = given && misfitOf(given, expects);
  if (!misfit) return undefined;
  const told = misfitText(misfit);
  return {
    told,
    note: text('misfit.of', { name: source.describe(reference).label, misfit: told }),
    ...(misfit.remedy ? { remedy: misfit.remedy } : {}),
  };
}
