import { Loader } from '@mantine/core';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, Suspense } from 'react';
import { panelsText as text } from '../../text/english/panels.ts';
import classes from '../Designer.module.css';
import { usePanels, usePanelsStore } from './panels-context.ts';
import { inspectorWidths } from './panels-store.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

const Inspector = lazyPart(() => import('../inspector/Inspector.tsx'));

/** px an arrow key moves the edge */
const keyStep = 16;

/** The right panel; its left edge is dragged, or moved by arrow keys, to make it wider. */
export function InspectorPanel({ narrow }: { narrow: boolean }) {
  const width = usePanels((state) => state.inspectorWidth);
  return (
    <aside
      className={classes.inspector}
      style={{ '--inspector-width': `${width}px` } as CSSProperties}
      aria-label={text('inspector')}
      data-inspector
      data-panel
    >
      {!narrow && <ResizeEdge width={width} />}
      <Suspense
        fallback={
          <div className={classes.loading} data-loading role="status" aria-label={text('loading')}>
            <Loader size="sm" />
          </div>
        }
      >
        <Inspector />
      </Suspense>
    </aside>
  );
}

function ResizeEdge({ width }: { width: number }) {
  const { setInspectorWidth } = usePanelsStore().getState();
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
    setInspectorWidth(right - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    setInspectorWidth(width + direction * keyStep);
  };
  return (
    <div
      className={classes.edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={text('inspectorWidth')}
      aria-valuenow={width}
      aria-valuemin={inspectorWidths.least}
      aria-valuemax={inspectorWidths.most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
