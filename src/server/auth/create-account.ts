import { ApiError } from '../../contract/errors.ts';
import { createUser, type UserRow } from '../../store/users.ts';
import type { Services } from '../services.ts';

export type Account = {
  username?: string | undefined;
  email?: string | undefined;
  password: string;
  metadata?: Record<string, unknown> | undefined;
};

type Tools = Pick<Services, 'database' | 'passwords' | 'newId' | 'clock'>;

/**
 * Creates an account. Without a username the e-mail address is one, and a username that is an address
 * counts as the e-mail address.
 *
 * @throws ApiError BAD_REQUEST, USERNAME_TAKEN, FORBIDDEN (`onlyFirst`, and there is an account)
 */
export async function createAccount(
  { database, passwords, newId, clock }: Tools,
  account: Account,
  options: { onlyFirst?: boolean; scope?: string[] } = {},
): Promise<UserRow> {
  const given = account.email?.trim() || undefined;
  const username = account.username ?? given;
  if (!username) throw new ApiError('BAD_REQUEST', 'body: username or email is required', { path: 'body' });
  const email = given ?? (/^[^@\s]+@[^@\s]+$/.test(username) ? username : null);
  const result = await createUser(
    database.db,
    {
      id: newId(),
      username,
      email,
      passwordHash: await passwords.hash(account.password),
      metadata: account.metadata ?? {},
      createdAt: clock(),
      ...(options.scope ? { scope: options.scope } : {}),
    },
    options.onlyFirst,
  );
  if ('created' in result) return result.created;
  if (result.refused === 'taken') throw new ApiError('USERNAME_TAKEN');
  throw new ApiError('FORBIDDEN', 'This installation has its first account already.');
}
