import { MousePointerClick } from 'lucide-react';
import classes from './Canvas.module.css';

/** What to do with a canvas that has nothing on it. */
export function EmptyHint() {
  return (
    <div className={classes.hint}>
      <MousePointerClick size={24} aria-hidden />
      <p className={classes.hintTitle}>Begin with a trigger</p>
      <p>Drag a trigger here, or press Enter on one in the palette.</p>
    </div>
  );
}
