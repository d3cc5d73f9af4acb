import { useSyncExternalStore } from 'react';
import { getSessionState, type SessionState, subscribeToSession } from './token.ts';

/** The sign-in state; renders again when it changes, in another tab too. */
export function useSession(): SessionState {
  return useSyncExternalStore(subscribeToSession, getSessionState);
}
