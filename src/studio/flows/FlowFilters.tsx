import { SegmentedControl, Select } from '@mantine/core';
import { flowsText as text } from '../text/english/flows.ts';
import { SearchInput } from '../ui/SearchInput.tsx';
import classes from './FlowFilters.module.css';
import { groupNames, type Sort, sorts, type useFlowListState } from './use-flow-list-state.ts';

/** Which flows are listed, and in which order. */
export function FlowFilters({ state }: { state: ReturnType<typeof useFlowListState> }) {
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={text('filter.kind')}
        value={state.group}
        onChange={state.setGroup}
        data={groupNames.map((value) => ({ value, label: text(`filter.${value}`) }))}
      />
      <SearchInput label={text('filter.search')} value={state.pattern} onChange={state.setPattern} />
      <Select
        aria-label={text('sort.label')}
        allowDeselect={false}
        value={state.sort}
        onChange={(value) => value && state.setSort(value as Sort)}
        data={Object.entries(sorts).map(([value, name]) => ({ value, label: text(`sort.${name}`) }))}
      />
    </div>
  );
}
