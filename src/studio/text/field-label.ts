import { labelOfStep, nameOfStep } from '../../flow/example.ts';
import type { Field } from '../../flow/fields.ts';
import { say } from './say.ts';

/** What people read for a field of a variable, in the language of the page. */
export function fieldLabel({ label, step }: Field): string {
  return label === labelOfStep(step) ? say(nameOfStep(step)) : label;
}
