import { endSession, getToken } from '../session/token.ts';
import { type ClientOptions, createClient, createListener } from './client.ts';

export { ApiFailure, messageOf } from './failure.ts';

const asUser: ClientOptions = {
  origin: '',
  token: getToken,
  onUnauthenticated: (sentToken) => {
    // An answer to a call of an earlier session must not end this one.
    if (sentToken === getToken()) endSession('expired');
  },
};

/**
 * Calls the server as the signed-in user: `call(readFlow, { params: { flowId } })`.
 * Fails with an `ApiFailure`; a 401 also ends the session, which brings up the sign-in screen.
 */
export const call = createClient(asUser);

/** The same for an endpoint that answers with events: each is given to the callback as it arrives. */
export const listen = createListener(asUser);
