import { type Behaviour, CancelError } from '../../../component.ts';
import { parseHeaders } from '../headers.ts';
import { jsonOrText } from '../json-input.ts';

export const behaviour: Behaviour = {
  async receive(context) {
    const { body, statusCode, headers } = context.messages['in']?.content ?? {};
    await context.response(jsonOrText(body), statusOf(statusCode), parseHeaders(headers));
  },
};

function statusOf(value: unknown): number {
  if (value === undefined || value === null || value === '') return 200;
  const status = Number(value);
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new CancelError(
      `The status code must be a whole number from 200 to 599, not ${JSON.stringify(value)}.`,
    );
  }
  return status;
}
