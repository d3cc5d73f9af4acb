import { account } from './account.ts';
import { flow } from './flow.ts';

/** Everything the Studio says, in German, by area. */
export const german = { account, flow };
