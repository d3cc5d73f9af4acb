import { Table } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { Link } from 'wouter';
import type { FlowSummary } from '../api/flows.ts';
import { useHasUnsentWork } from '../designer/document/use-unsent-work.ts';
import { flowsText as text } from '../text/english/flows.ts';
import { uiText } from '../text/english/ui.ts';
import { ComponentStrip } from '../ui/ComponentStrip.tsx';
import classes from '../ui/ListTable.module.css';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { StageBadge } from '../ui/StageBadge.tsx';
import { Status } from '../ui/Status.tsx';
import { describeSharing, isStartable } from './flow-kinds.ts';
import { FlowMenu } from './FlowMenu.tsx';

/** One flow in the list; a click anywhere opens it. */
export function FlowRow({ flow }: { flow: FlowSummary }) {
  return (
    <Table.Tr className={classes.row}>
      <Table.Td>
        <Link href={`/flows/${flow.flowId}`} className={classes.link}>
          {flow.name || uiText('untitled')}
        </Link>
        <div className={classes.second}>{text(`kind.${flow.type}`)}</div>
        <UnsentWork flowId={flow.flowId} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <ComponentStrip flow={flow.flow} />
      </Table.Td>
      <Table.Td className={`${classes.below} ${classes.wrapping}`}>
        <FlowStatus flow={flow} />
      </Table.Td>
      <Table.Td visibleFrom="md" className={classes.quiet}>
        <span className={classes.above}>
          <RelativeTime iso={flow.mtime} />
        </span>
      </Table.Td>
      <Table.Td className={classes.side}>
        <div className={classes.above}>
          <FlowMenu flow={flow} />
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function UnsentWork({ flowId }: { flowId: string }) {
  if (!useHasUnsentWork(flowId)) return null;
  return (
    <div className={`${classes.second} ${classes.warning}`}>
      <CloudOff size={13} aria-hidden />
      {text('unsent')}
    </div>
  );
}

function FlowStatus({ flow }: { flow: FlowSummary }) {
  if (isStartable(flow.type)) return <StageBadge stage={flow.stage} />;
  if (flow.type === 'integration-draft') return <Status tone="quiet" label={text('draft')} />;
  return (
    <Status
      tone={flow.sharedWith.length > 0 ? 'accent-text' : 'quiet'}
      label={describeSharing(flow.sharedWith)}
    />
  );
}
