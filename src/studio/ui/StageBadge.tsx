import type { FlowStage } from '../../flow/descriptor.ts';
import { Status, type StatusTone } from './Status.tsx';

const stages: Record<FlowStage, { label: string; tone: StatusTone; busy?: boolean }> = {
  running: { label: 'Running', tone: 'ok' },
  stopped: { label: 'Stopped', tone: 'quiet' },
  starting: { label: 'Starting…', tone: 'accent-text', busy: true },
  stopping: { label: 'Stopping…', tone: 'quiet', busy: true },
  error: { label: 'Error', tone: 'fail' },
};

/** Whether a flow runs. */
export function StageBadge({ stage }: { stage: FlowStage }) {
  return <Status {...stages[stage]} />;
}
