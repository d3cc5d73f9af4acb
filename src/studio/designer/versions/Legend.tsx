import { type ChangeKind, changeKinds } from './change-kinds.ts';
import classes from './Versions.module.css';

/** What frames and tags on the canvas mean. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label="Legend">
      {(Object.keys(changeKinds) as ChangeKind[]).map((kind) => (
        <li key={kind}>
          <ChangeMark kind={kind} />
          {changeKinds[kind].legend}
        </li>
      ))}
    </ul>
  );
}

/** The icon of a kind on its colour. */
export function ChangeMark({ kind }: { kind: ChangeKind }) {
  const { icon: Icon } = changeKinds[kind];
  return (
    <span className={classes.mark} data-change={kind} aria-hidden>
      <Icon size={12} strokeWidth={3} />
    </span>
  );
}
