import type { KeyboardEvent, PointerEvent } from 'react';
import { panelsText as text } from '../../text/english/panels.ts';
import classes from '../Designer.module.css';
import { usePanels, usePanelsStore } from './panels-context.ts';
import { panelWidths, type SidePanel } from './panels-store.ts';

/** px an arrow key moves the edge */
const keyStep = 16;

/** The edge between a panel and the canvas: dragged, or moved by arrow keys, it makes the panel wider. */
export function ResizeEdge({ panel }: { panel: SidePanel }) {
  const width = usePanels((state) => (panel === 'palette' ? state.paletteWidth : state.inspectorWidth));
  const { setWidth, keepWidths } = usePanelsStore().getState();
  const outward = panel === 'palette' ? 'ArrowRight' : 'ArrowLeft';
  const inward = panel === 'palette' ? 'ArrowLeft' : 'ArrowRight';
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!box) return;
    setWidth(panel, panel === 'palette' ? event.clientX - box.left : box.right - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = event.key === outward ? 1 : event.key === inward ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    setWidth(panel, width + direction * keyStep);
    keepWidths();
  };
  return (
    <div
      className={classes.edge}
      data-of={panel}
      role="separator"
      aria-orientation="vertical"
      aria-label={text(panel === 'palette' ? 'paletteWidth' : 'inspectorWidth')}
      aria-valuenow={width}
      aria-valuemin={panelWidths[panel].least}
      aria-valuemax={panelWidths[panel].most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onLostPointerCapture={keepWidths}
      onKeyDown={onKeyDown}
    />
  );
}
