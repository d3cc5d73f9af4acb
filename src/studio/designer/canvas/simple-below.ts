/** Below this zoom nobody can read small print, so it is not drawn. */
export const simpleBelow = 0.4;
