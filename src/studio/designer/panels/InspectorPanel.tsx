import { Loader } from '@mantine/core';
import { type CSSProperties, Suspense } from 'react';
import { panelsText as text } from '../../text/english/panels.ts';
import classes from '../Designer.module.css';
import { usePanels } from './panels-context.ts';
import type { PanelProps } from './panel-props.ts';
import { ResizeEdge } from './ResizeEdge.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';

const Inspector = lazyPart(() => import('../inspector/Inspector.tsx'));

/** The right panel; its left edge makes it wider. */
export function InspectorPanel({ narrow, filled }: PanelProps) {
  const width = usePanels((state) => state.inspectorWidth);
  return (
    <aside
      className={classes.inspector}
      style={{ '--panel-width': `${width}px` } as CSSProperties}
      aria-label={text('inspector')}
      data-inspector
      data-panel
    >
      {!narrow && <ResizeEdge panel="inspector" />}
      <Suspense
        fallback={
          <div className={classes.loading} data-loading role="status" aria-label={text('loading')}>
            <Loader size="sm" />
          </div>
        }
      >
        {filled && <Inspector />}
      </Suspense>
    </aside>
  );
}
