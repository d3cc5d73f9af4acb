import { ApiError } from '../../contract/errors.ts';
import type { Db } from '../../store/database.ts';
import type { Reader } from '../../store/sharing.ts';
import { accessibleFlow } from './access.ts';

/**
 * Makes sure that a user may activate the template that a flow of theirs is to name. Whoever owns it learns from the
 * flow's events, and the flow may read its files: a template that is none of theirs does not exist for them.
 *
 * @throws ApiError NOT_FOUND naming the member
 */
export async function checkTemplate(db: Db, user: Reader, templateId: string): Promise<void> {
  const path = 'body.templateId';
  const unknown = new ApiError('NOT_FOUND', `${path}: there is no such template`, { path });
  const template = await accessibleFlow(db, user, templateId, 'read').catch((error: unknown) => {
    throw error instanceof ApiError ? unknown : error;
  });
  if (template.type !== 'integration-template') throw unknown;
}
