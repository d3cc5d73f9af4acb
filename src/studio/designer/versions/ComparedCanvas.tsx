import type { FitViewOptions } from '@xyflow/react';
import { useMemo } from 'react';
import { versionsText as text } from '../../text/english/versions.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { ReadOnlyCanvas } from '../canvas/ReadOnlyCanvas.tsx';
import type { Comparison } from './compare-version.ts';
import { ComparedCard } from './ComparedCard.tsx';
import { ComparedNote } from './ComparedNote.tsx';
import { comparedProjection } from './compared-projection.ts';
import { Legend } from './Legend.tsx';
import classes from './Versions.module.css';

const nodeTypes = { compared: ComparedCard, comparedNote: ComparedNote };

/** The legend lies over the top of the canvas. */
const belowLegend: FitViewOptions = {
  ...fitViewOptions,
  padding: { x: '40px', top: '80px', bottom: '80px' },
};

/** A version, drawn as it was, with what became of each part since. */
export function ComparedCanvas(props: {
  comparison: Comparison;
  selected: string | undefined;
  onSelect: (nodeId: string | undefined) => void;
}) {
  const { comparison, selected, onSelect } = props;
  const { nodes, edges } = useMemo(() => comparedProjection(comparison), [comparison]);
  const drawn = useMemo(
    () => edges.map((edge) => ({ ...edge, className: edge.data?.change ? classes[edge.data.change] : '' })),
    [edges],
  );
  return (
    <ReadOnlyCanvas
      nodes={nodes}
      edges={drawn}
      nodeTypes={nodeTypes}
      label={text('canvas.label')}
      cardHelp={text('canvas.cardHelp')}
      fitViewOptions={belowLegend}
      selected={selected}
      onSelect={onSelect}
    >
      <Legend />
    </ReadOnlyCanvas>
  );
}
