import { errorTable, type ErrorCode } from '../../../contract/errors.ts';

/** What the server answers by code, as its table of errors has it. */
export const errorsEnglish = Object.fromEntries(
  Object.entries(errorTable).map(([code, { message }]) => [code, message]),
) as { readonly [Code in ErrorCode]: (typeof errorTable)[Code]['message'] };
