import { Table } from '@mantine/core';
import { Link } from 'wouter';
import type { Run } from '../../contract/runs.ts';
import classes from '../ui/ListTable.module.css';
import { uiText as text } from '../text/english/ui.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { RunKind } from '../ui/RunKind.tsx';
import { RunStatus } from '../ui/RunStatus.tsx';
import { duration } from '../ui/time.ts';
import { CancelRun } from './CancelRun.tsx';
import runClasses from './RunRow.module.css';

/** One run in the Log; a click anywhere opens it. */
export function RunRow({ run }: { run: Run }) {
  return (
    <Table.Tr className={classes.row}>
      <Table.Td>
        <Link href={`/runs/${run.runId}`} className={classes.link}>
          {run.flowName || text('untitled')}
        </Link>
        <RunKind kind={run.kind} />
        {run.eventName && <div className={classes.second}>{run.eventName}</div>}
      </Table.Td>
      <Table.Td className={classes.below}>
        <RunStatus status={run.status} />
      </Table.Td>
      <Table.Td className={`${classes.quiet} ${classes.side}`}>
        <span className={classes.above}>
          <RelativeTime iso={run.createdAt} />
        </span>
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.quiet} ta="right">
        {run.startedAt && run.finishedAt ? duration(run.startedAt, run.finishedAt) : '–'}
      </Table.Td>
      <Table.Td visibleFrom="sm" className={classes.quiet} ta="right">
        {run.stepCount}
      </Table.Td>
      <Table.Td className={runClasses.cancel} ta="right">
        <span className={classes.above}>
          <CancelRun run={run} small />
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
