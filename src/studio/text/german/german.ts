import { account } from './account.ts';

/** Everything the Studio says, in German, by area. */
export const german = { account };
