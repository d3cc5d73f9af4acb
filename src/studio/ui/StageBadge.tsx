import type { FlowStage } from '../../flow/descriptor.ts';
import { uiText as text } from '../text/english/ui.ts';
import { Status, type StatusTone } from './Status.tsx';

const looks: Record<FlowStage, { tone: StatusTone; busy?: boolean }> = {
  running: { tone: 'ok' },
  stopped: { tone: 'quiet' },
  starting: { tone: 'accent-text', busy: true },
  stopping: { tone: 'quiet', busy: true },
  error: { tone: 'fail' },
};

/** Whether a flow runs. */
export function StageBadge({ stage }: { stage: FlowStage }) {
  return <Status {...looks[stage]} label={text(`stage.${stage}`)} />;
}
