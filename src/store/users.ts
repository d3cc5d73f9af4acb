import { type Selectable, sql } from 'kysely';
import type { Db } from './database.ts';
import type { UsersTable } from './schema.ts';

export type UserRow = Selectable<UsersTable>;

export type NewUser = {
  id: string;
  username: string;
  email: string | null;
  passwordHash: string;
  metadata: Record<string, unknown>;
  createdAt: Date;
  /** Of an account that is not the first one; default a plain user. */
  scope?: string[];
};

export type CreatedUser = { created: UserRow } | { refused: 'taken' | 'not-first' };

const adminScope = ['user', 'admin'];

/**
 * Creates an account; the very first one is an admin. Accounts are made one after another, so there is one
 * first account, and a name stands for one person: neither username nor e-mail address may be another
 * account's username or e-mail address.
 */
export async function createUser(db: Db, user: NewUser, onlyFirst = false): Promise<CreatedUser> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tributary.accounts'))`.execute(trx);
    const first = !(await hasUsers(trx));
    if (onlyFirst && !first) return { refused: 'not-first' };
    for (const name of [user.username, user.email]) {
      if (name !== null && (await findUserByName(trx, name))) return { refused: 'taken' };
    }
    const created = await trx
      .insertInto('users')
      .values({
        id: user.id,
        username: user.username,
        email: user.email,
        password_hash: user.passwordHash,
        scope: first ? adminScope : (user.scope ?? ['user']),
        metadata: JSON.stringify(user.metadata),
        plan: null,
        created_at: user.createdAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { created };
  });
}

export async function hasUsers(db: Db): Promise<boolean> {
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** The account with this username, else the one with this e-mail address (whose case does not matter). */
export async function findUserByName(db: Db, name: string): Promise<UserRow | undefined> {
  const byUsername = await db.selectFrom('users').selectAll().where('username', '=', name).executeTakeFirst();
  return (
    byUsername ??
    db
      .selectFrom('users')
      .selectAll()
      .where(sql`lower(email)`, '=', name.toLowerCase())
      .executeTakeFirst()
  );
}
