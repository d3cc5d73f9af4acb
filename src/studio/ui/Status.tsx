import type { CSSProperties } from 'react';
import classes from './Status.module.css';

export type StatusTone = 'ok' | 'fail' | 'warn' | 'accent-text' | 'quiet';

/** A dot in the status' colour and the status in words; the words alone suffice. */
export function Status(props: { tone: StatusTone; label: string; busy?: boolean }) {
  const color = props.tone === 'quiet' ? 'var(--mantine-color-dimmed)' : `var(--studio-${props.tone})`;
  const dot = [classes.dot, props.tone === 'quiet' && classes.hollow, props.busy && classes.busy];
  return (
    <span className={classes.status}>
      <span
        className={dot.filter(Boolean).join(' ')}
        style={{ '--dot-color': color } as CSSProperties}
        aria-hidden
      />
      {props.label}
    </span>
  );
}
