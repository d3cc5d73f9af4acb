import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { Card } from '../canvas/Card.tsx';
import { Compared } from './Compared.tsx';
import type { ComparedCardNode } from './compared-projection.ts';

/** A card of the Designer with a frame and a tag that say what became of it. */
export const ComparedCard = memo(function ComparedCard(props: NodeProps<ComparedCardNode>) {
  return (
    <Compared change={props.data.change}>
      <Card {...props} type="card" />
    </Compared>
  );
});
