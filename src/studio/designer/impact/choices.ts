import type { Proposal } from '../../../flow/impact/propose.ts';

/** What an author has chosen for lost variables; a variable that is not among them is proposed what is clear. */
export type Choices = Readonly<Record<string, string>>;

/** For "leave it broken". */
export const nothing = '';

/** What a lost variable becomes; undefined for nothing. */
export function chosenFor(
  choices: Choices,
  { variable, best, candidates, others }: Proposal,
): string | undefined {
  const choice = choices[variable];
  if (choice === undefined) return best;
  // While one types, what was chosen may go as well.
  const offered = [...candidates, ...others].some((one) => one.variable === choice);
  return choice === nothing ? undefined : offered ? choice : best;
}
