import { Activity } from 'lucide-react';
import { own } from '../../../flow/record.ts';
import { useIsDrifting } from '../../api/event-contracts.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { useDocument } from '../document/document-context.ts';
import classes from './Card.module.css';

/** On a trigger: the events it waits for have changed. What has, its inspector says. */
export function DriftMark({ componentId }: { componentId: string }) {
  const event = useDocument(({ descriptor }) => own(descriptor[componentId]?.config?.properties, 'event'));
  const isDrifting = useIsDrifting(typeof event === 'string' ? event : '');
  if (!isDrifting) return null;
  const label = text('card.drift');
  return (
    <span className={classes.drift} role="img" aria-label={label} title={label} data-drift>
      <Activity size={12} aria-hidden />
    </span>
  );
}
