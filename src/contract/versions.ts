import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { flowSchema } from './flows.ts';

const tag = 'Versions';

/** A revision as the database can hold it. */
const revision = z.coerce.number().int().min(0).max(2_147_483_647);
const count = z.number();

export const versionSchema = z.object({
  /** Of the template; grows with every publication, and by other changes of the template, too. */
  revision: count,
  name: z.string(),
  publishedAt: z.string(),
  /** The username; null when the account is gone. */
  publishedBy: z.string().nullable(),
  /** Against the version before; null of the first one. */
  changes: z
    .object({
      changed: count,
      added: count,
      removed: count,
      moved: count,
      linksAdded: count,
      linksRemoved: count,
      /** Notes added, removed or changed; not counted in versions published before notes were. */
      notes: count.default(0),
    })
    .nullable(),
});
export type Version = z.infer<typeof versionSchema>;

export const listVersions = endpoint({
  method: 'GET',
  path: '/flows/:flowId/versions',
  tag,
  summary: 'The published versions of an own draft (or of its template), newest first.',
  params: z.object({ flowId: z.string() }),
  query: z.object({
    /** A revision: what is older than it. */
    before: revision.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.array(versionSchema),
});

export const readVersion = endpoint({
  method: 'GET',
  path: '/flows/:flowId/versions/:revision',
  tag,
  summary:
    'One published version. Its components have the ids of the template; componentIdMap gives these by those of the draft.',
  params: z.object({ flowId: z.string(), revision }),
  reply: versionSchema.extend({
    description: z.string(),
    flow: flowSchema.shape.flow,
    wizard: flowSchema.shape.wizard,
    notes: flowSchema.shape.notes,
    componentIdMap: flowSchema.shape.componentIdMap,
  }),
});
export type VersionDetail = z.infer<typeof readVersion.reply>;
