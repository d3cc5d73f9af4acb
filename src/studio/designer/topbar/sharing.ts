import type { Sharing } from '../../../contract/flows.ts';
import { topbarText as text } from '../../text/english/topbar.ts';

/** Who may activate a template, as the form asks for it. */
export type Audience =
  { kind: 'everyone' } | { kind: 'domain'; domain: string } | { kind: 'person'; email: string };

const permissions: Sharing['permissions'] = ['read', 'start', 'stop'];

export function sharingOf(audience: Audience): Sharing[] {
  if (audience.kind === 'everyone') return [{ scope: 'user', permissions }];
  if (audience.kind === 'person') return [{ email: audience.email.trim(), permissions }];
  return [{ domain: audience.domain.trim().replace(/^@/, '').toLowerCase(), permissions }];
}

/** What a template's sharing means in the form's words; undefined for what the form cannot say. */
export function audienceOf(sharedWith: Sharing[]): Audience | undefined {
  const [entry, ...more] = sharedWith;
  if (!entry || more.length > 0) return undefined;
  if (entry.scope === 'user') return { kind: 'everyone' };
  if (entry.domain !== undefined) return { kind: 'domain', domain: entry.domain };
  if (entry.email !== undefined) return { kind: 'person', email: entry.email };
  return undefined;
}

/** Why an audience cannot be shared with, for the person who fills the form. */
export function audienceError(audience: Audience): string | undefined {
  if (audience.kind === 'domain' && !/^@?[^@\s]+\.[^@\s]+$/.test(audience.domain.trim())) {
    return text('audience.domainWrong');
  }
  if (audience.kind === 'person' && !/^[^@\s]+@[^@\s]+$/.test(audience.email.trim())) {
    return text('audience.emailWrong');
  }
  return undefined;
}
