import { Button } from '@mantine/core';
import { Trash } from 'lucide-react';
import { useLocation } from 'wouter';
import type { RunDetail, Step } from '../../../contract/runs.ts';
import { type RetryFrom, useRetryOne } from '../../api/unprocessed.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { RetryMenu } from './RetryMenu.tsx';
import { type Chosen, useUnprocessedActions } from './use-unprocessed-actions.tsx';

/** What can be done about a run that failed and left something undone: for all of that at once. */
export function RunRemedies({ run }: { run: RunDetail }) {
  const { retry, discard, isRetrying } = useUnprocessedActions();
  const begin = useRetryOne();
  const [, navigate] = useLocation();
  const undone = run.kind === 'live' && run.status === 'failed' ? run.steps.filter(isUndone) : [];
  const [first] = undone;
  if (!first) return null;
  const chosen: Chosen = { choice: { correlationId: run.runId }, count: undone.length };

  const onRetry = (from: RetryFrom): void => {
    if (from === 'step') return retry(chosen, from);
    begin.mutateAsync({ messageId: `${run.runId}.${first.stepNo}`, from }).then(
      (again) => navigate(`/runs/${again.runId}`),
      (error: unknown) => notifyFailure(text('retry.failed'), error),
    );
  };
  return (
    <>
      <RetryMenu loading={isRetrying || begin.isPending} onRetry={onRetry} />
      <Button variant="default" leftSection={<Trash size={16} aria-hidden />} onClick={() => discard(chosen)}>
        {text('discard.label')}
      </Button>
    </>
  );
}

function isUndone(step: Step): boolean {
  return step.status === 'failed' && step.outputs.length === 0 && step.resolution === null;
}
