/** So many components are smooth to work with; a flow of more is better read, and run, as several. */
export const largeFlow = 300;
