import { CircleHelp } from 'lucide-react';
import type { CSSProperties } from 'react';
import { moduleNameOf } from '../../flow/manifest.ts';
import { catalogue } from '../catalogue.ts';
import classes from './ComponentIcon.module.css';

/** A component's icon on a tile in its module's colour; a question mark for a type that is not installed. */
export function ComponentIcon({ type, size = 32 }: { type: string; /** px */ size?: number }) {
  const component = catalogue.component(type);
  const color = catalogue.module(moduleNameOf(type))?.color;
  const style = { '--tile-size': `${size}px`, ...(color ? { '--tile-color': color } : {}) } as CSSProperties;
  return (
    <span className={classes.tile} style={style} aria-hidden>
      {component ? (
        <img className={classes.icon} src={component.manifest.icon} alt="" draggable={false} />
      ) : (
        <CircleHelp className={classes.icon} />
      )}
    </span>
  );
}
