import { queryVerb } from '../verb/behaviour.ts';

export const behaviour = queryVerb('GET');
