import { SegmentedControl, Select } from '@mantine/core';
import { SearchInput } from '../ui/SearchInput.tsx';
import classes from './FlowFilters.module.css';
import { type Group, groups, type Sort, sorts, type useFlowListState } from './use-flow-list-state.ts';

/** Which flows are listed, and in which order. */
export function FlowFilters({ state }: { state: ReturnType<typeof useFlowListState> }) {
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label="Kind of flow"
        value={state.group}
        onChange={(value) => state.setGroup(value as Group)}
        data={Object.entries(groups).map(([value, { label }]) => ({ value, label }))}
      />
      <SearchInput label="Search flows" value={state.pattern} onChange={state.setPattern} />
      <Select
        aria-label="Sort by"
        allowDeselect={false}
        value={state.sort}
        onChange={(value) => value && state.setSort(value as Sort)}
        data={Object.entries(sorts).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}
