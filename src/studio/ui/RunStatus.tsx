import type { Run, Step } from '../../contract/runs.ts';
import { uiText as text } from '../text/english/ui.ts';
import { Status, type StatusTone } from './Status.tsx';

const looks: Record<Run['status'], { tone: StatusTone; busy?: boolean }> = {
  queued: { tone: 'accent-text', busy: true },
  running: { tone: 'accent-text', busy: true },
  completed: { tone: 'ok' },
  failed: { tone: 'fail' },
  cancelled: { tone: 'quiet' },
};

export const runStatuses = Object.keys(looks) as Run['status'][];

/** How a run, or a step of it, stands. */
export function RunStatus({ status }: { status: Run['status'] | Step['status'] }) {
  return <Status {...looks[status]} label={text(`run.${status}`)} />;
}
