import { type FlowCondition, isFilterMember, isJsonMember } from '../../store/flow-filter.ts';
import { type SortMember, sortColumns } from '../../store/flows.ts';
import { type Sorting, readFilters, readSort } from '../list-query.ts';

/** @throws ApiError BAD_REQUEST for an unknown key or a filter without a colon */
export function parseFilters(filters: string[]): FlowCondition[] {
  return readFilters(filters, { what: 'flows', isMember: isFilterMember, hasMembers: isJsonMember });
}

/** @throws ApiError BAD_REQUEST for what flows cannot be sorted by */
export function parseSort(text: string | undefined): Sorting<SortMember>[] {
  return readSort(text, { what: 'flows', columns: sortColumns });
}
