import { Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { versionsText as text } from '../../text/english/versions.ts';
import type { ChangeKind } from './change-kinds.ts';
import { ChangeMark } from './Legend.tsx';
import classes from './Versions.module.css';

/** One component or link that differs. */
export function DifferenceEntry(props: {
  kind: ChangeKind;
  title: string;
  /** Its card is the one selected on the canvas. */
  current?: boolean;
  onClick: () => void;
  /** The particulars. */
  children?: ReactNode;
}) {
  const { current = false } = props;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={row}>
      <UnstyledButton
        className={classes.row}
        aria-current={current ? 'true' : undefined}
        onClick={props.onClick}
      >
        <ChangeMark kind={props.kind} />
        <span className={classes.rowText}>
          <span className={classes.rowTitle}>
            <strong>{props.title}</strong>
            <Text component="span" size="xs" c="dimmed">
              {text(`kind.${props.kind}`)}
            </Text>
          </span>
          {props.children}
        </span>
      </UnstyledButton>
    </li>
  );
}
