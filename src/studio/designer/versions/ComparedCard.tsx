import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Card } from '../canvas/Card.tsx';
import { changeKinds } from './change-kinds.ts';
import type { ComparedNode } from './compared-projection.ts';
import classes from './Versions.module.css';

/** A card of the Designer with a frame and a tag that say what became of it. */
export const ComparedCard = memo(function ComparedCard(props: NodeProps<ComparedNode>) {
  const { change } = props.data;
  const kind = change && changeKinds[change];
  return (
    <div className={classes.compared} data-change={change}>
      <Card {...props} type="card" />
      {kind && (
        <span className={classes.tag} aria-hidden>
          <kind.icon size={12} strokeWidth={3} />
          {kind.word}
        </span>
      )}
    </div>
  );
});
