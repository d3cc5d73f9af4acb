import { jwtVerify, SignJWT } from 'jose';
import type { Database } from '../../store/database.ts';
import { findTokenUser, insertToken, revokeToken } from '../../store/tokens.ts';
import type { UserRow } from '../../store/users.ts';
import { isUuid } from '../uuid.ts';

const lifetimeMs = 30 * 24 * 60 * 60 * 1000;

/** How long a token is taken for valid without looking into the database again. */
const trustMs = 5_000;
const trustedAtMost = 10_000;

export type Session = { user: UserRow; tokenId: string };

export type Tokens = {
  /** A new access token: a JWT that is valid for 30 days unless it is revoked. */
  issue(user: UserRow): Promise<string>;
  /** Who a token stands for that was looked up in the last 5 seconds; `undefined` when it must be verified. */
  recall(token: string): Session | undefined;
  /** `undefined` for a token that is malformed, forged, expired or revoked. */
  verify(token: string): Promise<Session | undefined>;
  /** Here at once; another process may take the token for another 5 seconds. */
  revoke(tokenId: string): Promise<void>;
};

type Trusted = { session: Session; expiresAt: number; checkedAt: number };

export function createTokens(options: {
  database: Database;
  key: Uint8Array;
  clock: () => Date;
  newId: () => string;
}): Tokens {
  const { database, key, clock, newId } = options;
  const trusted = new Map<string, Trusted>();
  /** Whoever calls with a token while it is looked up waits for the same answer. */
  const checks = new Map<string, Promise<Session | undefined>>();
  // A look-up that began before a revocation must not put the token back among the trusted ones.
  let revocations = 0;

  const check = async (token: string): Promise<Session | undefined> => {
    const before = revocations;
    const claims = await claimsOf(token, key, clock());
    const user = claims && (await findTokenUser(database.db, claims.tokenId));
    if (!user) return undefined;
    const session = { user, tokenId: claims.tokenId };
    if (before === revocations) {
      const [oldest] = trusted.keys();
      if (trusted.size >= trustedAtMost && oldest !== undefined) trusted.delete(oldest);
      trusted.set(token, { session, expiresAt: claims.expiresAt, checkedAt: clock().getTime() });
    }
    return session;
  };

  const checkOnce = (token: string): Promise<Session | undefined> => {
    const known = checks.get(token);
    if (known) return known;
    const one = check(token).finally(() => {
      if (checks.get(token) === one) checks.delete(token);
    });
    checks.set(token, one);
    return one;
  };

  const recall = (token: string): Session | undefined => {
    const known = trusted.get(token);
    if (!known) return undefined;
    const now = clock().getTime();
    if (now < known.expiresAt && now - known.checkedAt < trustMs) return known.session;
    trusted.delete(token);
    return undefined;
  };

  return {
    recall,
    async issue(user) {
      const createdAt = clock();
      const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
      const tokenId = newId();
      await insertToken(database.db, { id: tokenId, userId: user.id, createdAt, expiresAt });
      return new SignJWT({ id: user.id, scope: user.scope })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(user.id)
        .setJti(tokenId)
        .setIssuedAt(createdAt)
        .setExpirationTime(expiresAt)
        .sign(key);
    },
    verify: async (token) => recall(token) ?? checkOnce(token),
    async revoke(tokenId) {
      await revokeToken(database.db, tokenId, clock());
      revocations += 1;
      checks.clear();
      for (const [token, { session }] of trusted) if (session.tokenId === tokenId) trusted.delete(token);
    },
  };
}

/** Times in milliseconds. */
async function claimsOf(
  token: string,
  key: Uint8Array,
  currentDate: Date,
): Promise<{ tokenId: string; expiresAt: number } | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'jti', 'exp'],
      currentDate,
    });
    return isUuid(payload.jti!) ? { tokenId: payload.jti!, expiresAt: payload.exp! * 1000 } : undefined;
  } catch {
    // Whatever is wrong with it, it opens nothing.
    return undefined;
  }
}
