/**
 * Who is signed in, as far as this browser knows: the access token in localStorage, shared by all tabs.
 * `reason` says why there is none, for the sign-in screen.
 */
export type SessionState = { token: string | undefined; reason?: 'expired' };

const key = 'tributary-token';
const listeners = new Set<() => void>();
let state: SessionState = { token: localStorage.getItem(key) ?? undefined };

function change(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

window.addEventListener('storage', (event) => {
  if (event.key === key || event.key === null) change({ token: localStorage.getItem(key) ?? undefined });
});

export function getToken(): string | undefined {
  return state.token;
}

export function getSessionState(): SessionState {
  return state;
}

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function beginSession(token: string): void {
  localStorage.setItem(key, token);
  change({ token });
}

/** Forgets the token here; revoking it on the server is the caller's. */
export function endSession(reason?: 'expired'): void {
  localStorage.removeItem(key);
  change({ token: undefined, ...(reason ? { reason } : {}) });
}
