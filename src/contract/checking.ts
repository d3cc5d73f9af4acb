/** What is done with an event that does not keep to a locked contract: nothing, told in the answer, or refused (422). */
export const checkings = ['off', 'warn', 'reject'] as const;
export type Checking = (typeof checkings)[number];
