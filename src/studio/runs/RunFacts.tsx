import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { RunDetail } from '../../contract/runs.ts';
import { runsText as text } from '../text/english/runs.ts';
import { unprocessedText } from '../text/english/unprocessed.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { RunKind } from '../ui/RunKind.tsx';
import { RunStatus } from '../ui/RunStatus.tsx';
import { duration } from '../ui/time.ts';
import classes from './RunFacts.module.css';

/** How the run stands, its event, when and how long, and its id. */
export function RunFacts({ run }: { run: RunDetail }) {
  return (
    <div className={classes.facts}>
      <span className={classes.status}>
        <RunStatus status={run.status} />
      </span>
      <RunKind kind={run.kind} />
      {run.waitsFor && <span>{text(`run.waitsFor.${run.waitsFor}`)}</span>}
      {run.eventName && <span>{text('run.event', { event: run.eventName })}</span>}
      {run.retryOf && (
        <span>
          {unprocessedText.nodes('run.again', {
            run: (
              <Anchor key="run" component={Link} href={`/runs/${run.retryOf}`} inherit>
                {unprocessedText('run.earlier')}
              </Anchor>
            ),
          })}
        </span>
      )}
      <RelativeTime iso={run.createdAt} />
      {run.startedAt && run.finishedAt && <span>{duration(run.startedAt, run.finishedAt)}</span>}
      <span className={classes.id}>
        {run.runId}
        <CopyButton value={run.runId} label={text('run.copyId')} size={24} />
      </span>
    </div>
  );
}
