import { ApiError } from '../../contract/errors.ts';

/** @throws ApiError FORBIDDEN for everybody but an administrator */
export function assertAdmin(user: { scope: string[] }): void {
  if (!user.scope.includes('admin')) throw new ApiError('FORBIDDEN', 'Only an administrator may do this.');
}
