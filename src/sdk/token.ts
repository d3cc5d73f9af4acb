/** The account a page acts for. Pages read `get('user').id` as soon as they have set the access token. */
export type SdkUser = { id: string; username?: string; [key: string]: unknown };

/**
 * The account that a token names, read from its claims without checking them: the server does that.
 * `undefined` for a text that is no JSON Web Token.
 */
export function userOfToken(token: string): SdkUser | undefined {
  const claims = claimsOf(token);
  const id = claims?.['id'] ?? claims?.['sub'];
  if (typeof id !== 'string') return undefined;
  const username = claims?.['username'];
  return { id, ...(typeof username === 'string' && { username }) };
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const payload = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/');
  if (!payload) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
