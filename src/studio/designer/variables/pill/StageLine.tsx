import { say } from '../../../text/say.ts';
import { pillText as text } from '../../../text/english/pill.ts';
import classes from './ModifierList.module.css';
import type { Stage } from './stages.ts';
import { valueText } from './value-text.ts';

/** What a modifier makes of the sample, or why it cannot. */
export function StageLine({ stage }: { stage: Stage }) {
  if (stage.state === 'unknown') return null;
  return (
    <p className={classes['stage']} data-state={stage.state}>
      <span>{text(`stage.${stage.state}`)}</span>
      {stage.state !== 'waiting' && ' '}
      {stage.state === 'value' && <code>{valueText(stage.value)}</code>}
      {(stage.state === 'failed' || stage.state === 'kept') && say(stage.reason)}
    </p>
  );
}
