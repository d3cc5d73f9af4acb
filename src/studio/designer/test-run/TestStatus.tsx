import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { testRunText as text } from '../../text/english/test-run.ts';
import { RunStatus } from '../../ui/RunStatus.tsx';
import { Status } from '../../ui/Status.tsx';
import { useTest } from './test-context.ts';
import classes from './TestPanel.module.css';

/** How the test stands, in words that a screen reader says as they change, and the way to its run. */
export function TestStatus() {
  const running = useTest((state) => state.running);
  const outcome = useTest((state) => state.outcome);
  const failed = useTest((state) => state.failure !== undefined);
  const count = useTest((state) => state.steps.length);
  const runId = useTest((state) => state.runId);
  return (
    <div className={classes['status']}>
      <span role="status" className={classes['status']}>
        {running && <RunStatus status="running" />}
        {outcome && <RunStatus status={outcome} />}
        {failed && <Status tone="fail" label={text('notToTheEnd')} />}
        {outcome && count > 0 && <span>{text('stepCount', { count })}</span>}
      </span>
      {runId && !running && (
        <Anchor component={Link} href={`/runs/${runId}`} size="sm">
          {text('openInLog')}
        </Anchor>
      )}
    </div>
  );
}
