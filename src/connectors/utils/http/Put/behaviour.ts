import { bodyVerb } from '../verb/behaviour.ts';

export const behaviour = bodyVerb('PUT');
