import { type Rect, useReactFlow, useStore } from '@xyflow/react';
import { memo, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import classes from './Minimap.module.css';
import { type Scale, scaleToFit } from './minimap-scale.ts';
import type { CanvasNode } from './canvas-node.ts';
import { paperColor } from './notes/paper-color.ts';

/** Fewer cards than this are seen at a glance. */
const worthAMap = 16;
const size = { width: 176, height: 112 };
const margin = 8;

/**
 * A map of a large flow: a press or a drag on it moves the view there. Painted, not built of elements as React Flow's
 * own is, so that panning over thousands of cards costs no more than moving one frame.
 */
export const Minimap = memo(function Minimap({ nodes }: { nodes: CanvasNode[] }) {
  return nodes.length < worthAMap ? null : <Map nodes={nodes} />;
});

function Map({ nodes }: { nodes: CanvasNode[] }) {
  const { setCenter, getZoom } = useReactFlow();
  const boxes = useMemo(() => nodes.map(boxOf), [nodes]);
  const scale = useMemo(() => scaleToFit(boxes, size, margin), [boxes]);
  const paper = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    if (paper.current && scale) paint(paper.current, nodes, scale);
  }, [nodes, scale]);

  if (!scale) return null;
  const go = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - left) / scale.factor + scale.corner.x;
    const y = (event.clientY - top) / scale.factor + scale.corner.y;
    void setCenter(x, y, { zoom: getZoom() });
  };
  return (
    <div
      className={classes.map}
      style={size}
      data-minimap
      // By keyboard the view follows the focus; the map shows nothing one cannot read elsewhere.
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && go(event)}
    >
      <canvas ref={paper} width={size.width * 2} height={size.height * 2} style={size} />
      <Frame scale={scale} />
    </div>
  );
}

/** What of the flow one sees. */
function Frame({ scale: { factor, corner } }: { scale: Scale }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  return (
    <span
      className={classes.frame}
      style={{
        transform: `translate(${(-x / zoom - corner.x) * factor}px, ${(-y / zoom - corner.y) * factor}px)`,
        width: (width / zoom) * factor,
        height: (height / zoom) * factor,
      }}
    />
  );
}

function paint(paper: HTMLCanvasElement, nodes: CanvasNode[], { factor, corner }: Scale): void {
  const context = paper.getContext('2d');
  if (!context) return;
  const ratio = paper.width / size.width;
  const plain = getComputedStyle(paper).color;
  context.clearRect(0, 0, paper.width, paper.height);
  const notes = nodes.filter(({ type }) => type === 'note');
  const cards = nodes.filter(({ type }) => type !== 'note');
  for (const node of [...notes, ...cards]) {
    const { x, y, width, height } = boxOf(node);
    context.fillStyle = (node.type === 'note' ? paperColor(node.data.color).map : node.data.color) ?? plain;
    context.fillRect(
      (x - corner.x) * factor * ratio,
      (y - corner.y) * factor * ratio,
      Math.max(2, width * factor * ratio),
      Math.max(2, height * factor * ratio),
    );
  }
}

function boxOf({ position, width = 0, height = 0 }: CanvasNode): Rect {
  return { ...position, width, height };
}
