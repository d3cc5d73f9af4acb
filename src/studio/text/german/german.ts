import { account } from './account.ts';
import { components } from './components.ts';
import { errors } from './errors.ts';
import { flow } from './flow.ts';
import { modifiers } from './modifiers.ts';

/** Everything the Studio says, in German, by area. */
export const german = { account, components, errors, flow, modifiers };
