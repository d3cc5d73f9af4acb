import { MousePointerClick } from 'lucide-react';
import { canvasText as text } from '../../text/english/canvas.ts';
import classes from './Canvas.module.css';

/** What to do with a canvas that has nothing on it. */
export function EmptyHint() {
  return (
    <div className={classes.hint}>
      <MousePointerClick size={24} aria-hidden />
      <p className={classes.hintTitle}>{text('empty.title')}</p>
      <p>{text('empty.text')}</p>
    </div>
  );
}
