import { useStore } from '@xyflow/react';
import { canvasText as text } from '../../text/english/canvas.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import classes from './Canvas.module.css';

/** Zoom and fit, in the corner of the canvas. */
export function ViewBar() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <div className={classes.viewBar} role="toolbar" aria-label={text('view')}>
      <CommandButton name="zoomOut" />
      <span className={classes.zoom}>{percent}%</span>
      <CommandButton name="zoomIn" />
      <CommandButton name="fit" />
      <CommandButton name="tidy" />
      <CommandButton name="addNote" />
    </div>
  );
}
