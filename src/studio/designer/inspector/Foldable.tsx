import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './FieldList.module.css';

/** A part of a form that is opened by its heading. */
export function Foldable(props: {
  label: string;
  /** Told below the heading, whether it is open or not. */
  summary?: string;
  closed: boolean;
  /** Something in it is to have the focus. */
  sought?: boolean;
  children: ReactNode;
}) {
  const contentId = useId();
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? !props.closed;
  if (props.sought && !open) setChosen(true);
  return (
    <section>
      <UnstyledButton
        className={classes['fold']}
        aria-expanded={open}
        aria-controls={contentId}
        onClick={() => setChosen(!open)}
      >
        <ChevronRight size={14} aria-hidden className={classes['chevron']} data-open={open || undefined} />
        {props.label}
      </UnstyledButton>
      {props.summary && (
        <Text size="xs" c="dimmed" className={classes['summary'] ?? ''}>
          {props.summary}
        </Text>
      )}
      <Collapse expanded={open} id={contentId}>
        {open && <div className={classes['folded']}>{props.children}</div>}
      </Collapse>
    </section>
  );
}
