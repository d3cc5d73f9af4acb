import type { ReactNode } from 'react';
import { type ChangeKind, changeKinds } from './change-kinds.ts';
import classes from './Versions.module.css';

/** Something of a version, with a frame and a tag that say what became of it. */
export function Compared({ change, children }: { change: ChangeKind | undefined; children: ReactNode }) {
  const kind = change && changeKinds[change];
  return (
    <div className={classes.compared} data-change={change}>
      {children}
      {kind && (
        <span className={classes.tag} aria-hidden>
          <kind.icon size={12} strokeWidth={3} />
          {kind.word}
        </span>
      )}
    </div>
  );
}
