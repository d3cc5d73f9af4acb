import type { Misfit } from '../../../flow/fit.ts';
import { variablesText as text } from '../../text/english/variables.ts';

/** e.g. "gives a list, a number is expected". */
export function misfitText({ gives, expects }: Misfit): string {
  return text('misfit.told', { gives: text(`misfit.kind.${gives}`), expects: expectedText(expects) });
}

export function expectedText(expects: Misfit['expects']): string {
  return text(`misfit.kind.${expects}`);
}
