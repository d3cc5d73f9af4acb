import { endSession, getToken } from '../session/token.ts';
import { createClient } from './client.ts';

export { ApiFailure, messageOf } from './failure.ts';

/**
 * Calls the server as the signed-in user: `call(readFlow, { params: { flowId } })`.
 * Fails with an `ApiFailure`; a 401 also ends the session, which brings up the sign-in screen.
 */
export const call = createClient({
  origin: '',
  token: getToken,
  onUnauthenticated: (sentToken) => {
    // An answer to a call of an earlier session must not end this one.
    if (sentToken === getToken()) endSession('expired');
  },
});
