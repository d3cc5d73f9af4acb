import { ViewportPortal } from '@xyflow/react';
import { linksOf, sameLink } from '../../../flow/graph.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { canvasText as text } from '../../text/english/canvas.ts';
import { useDocument } from '../document/document-context.ts';
import { useCanvas, useCanvasStore } from './canvas-context.ts';
import type { Guide } from './helper-lines.ts';
import { InsertButton } from './InsertButton.tsx';
import { curveOf, drawCurve } from './link-curve.ts';
import { linkOfId } from './link-id.ts';
import classes from './LinkTools.module.css';

/**
 * What lies over the links for a moment: the "+" of the one in hand, the mark of the one that takes up a dragged card,
 * helper lines. Drawn apart from the links, so that pointing at one renders none.
 */
export function LinkTools() {
  const receiving = useCanvas((state) => state.receivingLink);
  const hovered = useCanvas((state) => state.hoveredLink);
  const selected = useDocument((state) =>
    state.linkSelection.length === 1 ? state.linkSelection[0] : undefined,
  );
  const guides = useCanvas((state) => state.guides);
  const inHand = hovered ?? selected;
  // React Flow's portal looks for its place in the page at every frame, among all cards.
  if (receiving === undefined && inHand === undefined && guides.length === 0) return null;
  return (
    <ViewportPortal>
      {receiving !== undefined && <Receiving id={receiving} />}
      {receiving === undefined && inHand !== undefined && <Insert id={inHand} />}
      <Guides guides={guides} />
    </ViewportPortal>
  );
}

/** The curve of a link, as long as the flow has it. */
function useCurve(id: string) {
  const descriptor = useDocument((state) => state.descriptor);
  const link = linkOfId(id);
  if (!linksOf(descriptor).some((other) => sameLink(other, link))) return undefined;
  const name = (component: string) => componentLabel(descriptor, catalogue, component);
  return {
    link,
    ...drawCurve(curveOf(descriptor, catalogue, link)),
    label: text('insertBetween', { from: name(link.from), to: name(link.to) }),
  };
}

function Insert({ id }: { id: string }) {
  const canvas = useCanvasStore();
  const curve = useCurve(id);
  if (!curve) return null;
  const { x, y } = curve.middle;
  return (
    <InsertButton
      gap={{ kind: 'on', link: curve.link }}
      label={curve.label}
      className={classes.onLink}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      onMouseLeave={() => canvas.getState().hoverLink(undefined)}
    />
  );
}

function Receiving({ id }: { id: string }) {
  const curve = useCurve(id);
  if (!curve) return null;
  return (
    <svg className={classes.overlay} data-receiving aria-hidden>
      <path d={curve.path} className={classes.receiving} />
    </svg>
  );
}

function Guides({ guides }: { guides: Guide[] }) {
  if (guides.length === 0) return null;
  return (
    <svg className={classes.overlay} data-guides aria-hidden>
      {guides.map(({ direction, at, from, to }) => {
        const ends =
          direction === 'down' ? { x1: at, x2: at, y1: from, y2: to } : { x1: from, x2: to, y1: at, y2: at };
        return <line key={direction} {...ends} className={classes.guide} />;
      })}
    </svg>
  );
}
