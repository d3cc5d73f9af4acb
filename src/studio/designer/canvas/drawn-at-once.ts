/** Up to so many cards all are in the page, so that Tab reaches those out of sight too; more would cost frames. */
export const drawnAtOnce = 100;
