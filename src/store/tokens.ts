import type { Db } from './database.ts';
import type { UserRow } from './users.ts';

/** Remembers an access token by its id, and forgets those of the same user that have expired. */
export async function insertToken(
  db: Db,
  token: { id: string; userId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db
    .deleteFrom('tokens')
    .where('user_id', '=', token.userId)
    .where('expires_at', '<', token.createdAt)
    .execute();
  await db
    .insertInto('tokens')
    .values({ id: token.id, user_id: token.userId, created_at: token.createdAt, expires_at: token.expiresAt })
    .execute();
}

/** The active user a token stands for; `undefined` when it was revoked or never issued. */
export async function findTokenUser(db: Db, tokenId: string): Promise<UserRow | undefined> {
  return db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.user_id')
    .selectAll('users')
    .where('tokens.id', '=', tokenId)
    .where('tokens.revoked_at', 'is', null)
    .where('users.is_active', '=', true)
    .executeTakeFirst();
}

export async function revokeToken(db: Db, tokenId: string, at: Date): Promise<void> {
  await db.updateTable('tokens').set({ revoked_at: at }).where('id', '=', tokenId).execute();
}
