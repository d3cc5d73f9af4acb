import type { ReactNode } from 'react';
import { versionsText as text } from '../../text/english/versions.ts';
import { changeIcons, type ChangeKind } from './change-kinds.ts';
import classes from './Versions.module.css';

/** Something of a version, with a frame and a tag that say what became of it. */
export function Compared({ change, children }: { change: ChangeKind | undefined; children: ReactNode }) {
  const Icon = change && changeIcons[change];
  return (
    <div className={classes.compared} data-change={change}>
      {children}
      {Icon && (
        <span className={classes.tag} aria-hidden>
          <Icon size={12} strokeWidth={3} />
          {text(`kind.${change}`)}
        </span>
      )}
    </div>
  );
}
