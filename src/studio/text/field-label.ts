import { labelOfStep, nameOfStep } from '../../flow/example.ts';
import type { Field } from '../../flow/fields.ts';
import { say } from './say.ts';

/** What people read for a field of a variable, in the language of the page. */
export function fieldLabel({ label, step }: Field): string {
  // Of ten thousand fields nearly all are called as their data has it.
  if (typeof step === 'string' && step !== '') return label;
  return label === labelOfStep(step) ? say(nameOfStep(step)) : label;
}
