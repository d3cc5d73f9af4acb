import { versionsText as text } from '../../text/english/versions.ts';
import { type ChangeKind, changeIcons, changeKinds } from './change-kinds.ts';
import classes from './Versions.module.css';

/** What frames and tags on the canvas mean. */
export function Legend() {
  return (
    <ul className={classes.legend} aria-label={text('legend.label')}>
      {changeKinds.map((kind) => (
        <li key={kind}>
          <ChangeMark kind={kind} />
          {text(`legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** The icon of a kind on its colour. */
export function ChangeMark({ kind }: { kind: ChangeKind }) {
  const Icon = changeIcons[kind];
  return (
    <span className={classes.mark} data-change={kind} aria-hidden>
      <Icon size={12} strokeWidth={3} />
    </span>
  );
}
