import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Card } from './Card.tsx';
import type { CardNode } from './card-node.ts';
import { useDetail } from './detail.ts';
import { DriftMark } from './DriftMark.tsx';

/** A card of the flow that is open, with what is known of its events by now: a card of a past run has none of that. */
export const DesignerCard = memo(function DesignerCard(props: NodeProps<CardNode>) {
  const detail = useDetail();
  return (
    <>
      <Card {...props} />
      {props.data.trigger && detail === 'full' && <DriftMark componentId={props.id} />}
    </>
  );
});
