/** Letters one may write into a note; a longer text from elsewhere is shown as it is written. */
export const longestNote = 5000;
