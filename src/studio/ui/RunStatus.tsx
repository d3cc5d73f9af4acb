import type { Run, Step } from '../../contract/runs.ts';
import { Status, type StatusTone } from './Status.tsx';

export const runStatuses: Record<Run['status'], { label: string; tone: StatusTone; busy?: boolean }> = {
  queued: { label: 'Queued', tone: 'accent-text', busy: true },
  running: { label: 'Running', tone: 'accent-text', busy: true },
  completed: { label: 'Completed', tone: 'ok' },
  failed: { label: 'Failed', tone: 'fail' },
  cancelled: { label: 'Cancelled', tone: 'quiet' },
};

/** How a run, or a step of it, stands. */
export function RunStatus({ status }: { status: Run['status'] | Step['status'] }) {
  return <Status {...runStatuses[status]} />;
}
