import { useSearchParams } from 'wouter';
import type { FlowListQuery } from '../api/flows.ts';
import type { FlowType } from '../../flow/descriptor.ts';

const groups = {
  all: [
    'automation',
    'integration-draft',
    'integration-template',
    'integration-instance',
    'custom-integration-instance',
  ],
  automations: ['automation'],
  integrations: [
    'integration-draft',
    'integration-template',
    'integration-instance',
    'custom-integration-instance',
  ],
} as const satisfies Record<string, FlowType[]>;
export type Group = keyof typeof groups;

export const groupNames = Object.keys(groups) as Group[];

/** What the lists of the API are sorted by, and what it is called in the texts. */
export const sorts = { 'mtime:-1': 'modified', 'btime:-1': 'newest', 'name:1': 'name' } as const;
export type Sort = keyof typeof sorts;

/** What the Flows screen shows is in its URL: `?show=automations&q=orders&sort=name:1`. */
export function useFlowListState() {
  const [params, setParams] = useSearchParams();
  const show = params.get('show') ?? '';
  const group: Group = Object.hasOwn(groups, show) ? (show as Group) : 'all';
  const sortBy = params.get('sort') ?? '';
  const sort: Sort = Object.hasOwn(sorts, sortBy) ? (sortBy as Sort) : 'mtime:-1';
  const pattern = params.get('q') ?? '';

  const set = (name: string, value: string, absent: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === absent) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );

  return {
    group,
    sort,
    pattern,
    query: { types: groups[group], pattern: pattern.trim(), sort } satisfies FlowListQuery,
    setGroup: (value: Group) => set('show', value, 'all'),
    setSort: (value: Sort) => set('sort', value, 'mtime:-1'),
    setPattern: (value: string) => set('q', value, ''),
    reset: () => setParams({}, { replace: true }),
  };
}
