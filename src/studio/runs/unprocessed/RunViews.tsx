import { SegmentedControl } from '@mantine/core';
import { useUnprocessedCount } from '../../api/unprocessed.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import type { useRunFilter } from '../use-run-filter.ts';

/** All runs, or what failed ones left undone, with its number. */
export function RunViews({ filter }: { filter: ReturnType<typeof useRunFilter> }) {
  const number = useUnprocessedCount(filter.query.flowId).data ?? 0;
  return (
    <SegmentedControl
      aria-label={text('views')}
      value={filter.show}
      onChange={filter.setShow}
      data={[
        { value: 'runs', label: text('allRuns') },
        {
          value: 'unprocessed',
          label: number > 0 ? text('unprocessedCount', { number }) : text('unprocessed'),
        },
      ]}
    />
  );
}
