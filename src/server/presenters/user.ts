import type { User } from '../../contract/users.ts';
import type { UserRow } from '../../store/users.ts';

export function presentUser(row: UserRow): User {
  return {
    id: row.id,
    username: row.username,
    email: row.email,
    isActive: row.is_active,
    scope: row.scope,
    metadata: row.metadata,
    plan: row.plan,
  };
}
