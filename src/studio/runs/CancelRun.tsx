import { ActionIcon, Button } from '@mantine/core';
import { CircleStop } from 'lucide-react';
import type { Run } from '../../contract/runs.ts';
import { isActive, useCancelRun } from '../api/runs.ts';
import { uiText } from '../text/english/ui.ts';
import { unprocessedText as text } from '../text/english/unprocessed.ts';
import { report } from '../ui/notify.tsx';

/** Cancels a run that has not ended; nothing where it has. `small` in a list. */
export function CancelRun({ run, small = false }: { run: Run; small?: boolean }) {
  const cancel = useCancelRun();
  if (!isActive(run)) return null;
  const onClick = () =>
    report(cancel.mutateAsync(run.runId), { done: text('cancel.done'), failed: text('cancel.failed') });
  return small ? (
    <ActionIcon
      variant="subtle"
      color="gray"
      loading={cancel.isPending}
      aria-label={text('cancel.of', { flow: run.flowName || uiText('untitled') })}
      onClick={onClick}
    >
      <CircleStop size={16} aria-hidden />
    </ActionIcon>
  ) : (
    <Button
      variant="default"
      loading={cancel.isPending}
      leftSection={<CircleStop size={16} aria-hidden />}
      onClick={onClick}
    >
      {text('cancel.label')}
    </Button>
  );
}
