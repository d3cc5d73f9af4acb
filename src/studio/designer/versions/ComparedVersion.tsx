import { useReactFlow } from '@xyflow/react';
import { type ReactNode, useCallback, useState } from 'react';
import { versionsText as text } from '../../text/english/versions.ts';
import type { Comparison } from './compare-version.ts';
import { ComparedCanvas } from './ComparedCanvas.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import classes from './Versions.module.css';
import { motion } from '../../ui/motion.ts';

/** The canvas of one version, and beside it the differences; either leads to the other. */
export function ComparedVersion(props: {
  comparison: Comparison;
  revision: number;
  isDraft: boolean;
  /** The list of versions, above the differences. */
  children: ReactNode;
}) {
  const { comparison, revision, isDraft } = props;
  const [selected, setSelected] = useState<string>();
  const { fitView } = useReactFlow();
  const go = useCallback(
    (nodeIds: string[]) => {
      setSelected(nodeIds.length === 1 ? nodeIds[0] : undefined);
      const nodes = nodeIds.map((id) => ({ id }));
      void fitView({ nodes, maxZoom: 1, padding: 0.3, duration: motion(200) });
    },
    [fitView],
  );
  return (
    <div className={classes.body}>
      <div className={classes.middle}>
        <ComparedCanvas comparison={comparison} selected={selected} onSelect={setSelected} />
      </div>
      <aside className={classes.panel} aria-label={text('panel')}>
        {props.children}
        <DifferenceList
          comparison={comparison}
          revision={revision}
          isDraft={isDraft}
          selected={selected}
          onGo={go}
        />
      </aside>
    </div>
  );
}
