import { ofDesigner } from './of-designer.ts';
import { ofScreens } from './of-screens.ts';

/** Everything the Studio says, in German, by area. */
export const german = { ...ofScreens, ...ofDesigner };
