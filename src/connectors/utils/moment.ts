/** JSON Schema of a moment that a component sends, with an example. */
export const moment = { type: 'string', format: 'date-time', example: '2026-01-31T09:30:00.000Z' };
