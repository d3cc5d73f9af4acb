import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { Step } from '../../../contract/runs.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { Card } from '../../designer/canvas/Card.tsx';
import { openingView } from '../../designer/canvas/fit-view.ts';
import { ReadOnlyCanvas } from '../../designer/canvas/ReadOnlyCanvas.tsx';
import { TestContext } from '../../designer/test-run/test-context.ts';
import { createTestStore, statesOf } from '../../designer/test-run/test-store.ts';
import { runsText as text } from '../../text/english/runs.ts';
import { runProjection } from './run-projection.ts';
import classes from './RunWay.module.css';

const nodeTypes = { card: Card };

/** The way of a run, drawn on its flow: rings say how each component stands. */
export default function RunCanvas(props: {
  descriptor: Descriptor;
  steps: readonly Step[];
  selected: string | undefined;
  onSelect: (componentId: string | undefined) => void;
}) {
  const { descriptor, steps, selected, onSelect } = props;
  const [store] = useState(createTestStore);
  const states = useMemo(() => statesOf(steps), [steps]);
  useEffect(() => store.setState({ states }), [store, states]);
  const { nodes, edges } = useMemo(
    () => runProjection(descriptor, steps, states),
    [descriptor, steps, states],
  );
  const drawn = useMemo(
    () => edges.map((edge) => (edge.data?.['taken'] ? { ...edge, className: classes.taken ?? '' } : edge)),
    [edges],
  );
  const [opening] = useState(() => openingView(nodes));
  return (
    <TestContext value={store}>
      <ReactFlowProvider>
        <ReadOnlyCanvas
          nodes={nodes}
          edges={drawn}
          nodeTypes={nodeTypes}
          label={text('way.label')}
          cardHelp={text('way.cardHelp')}
          fitViewOptions={opening}
          selected={selected}
          onSelect={onSelect}
          inPage
        />
      </ReactFlowProvider>
    </TestContext>
  );
}
