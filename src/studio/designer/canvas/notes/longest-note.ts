/** Letters one may write into a note. */
export const longestNote = 10_000;
