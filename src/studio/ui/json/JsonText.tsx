import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import classes from './JsonView.module.css';
import { limits } from './limits.ts';

/** A text, number or word of JSON; a long text is cut until one asks for all of it. */
export function JsonText({ value }: { value: unknown }) {
  const [whole, setWhole] = useState(false);
  if (typeof value === 'number') return <span className={classes.number}>{value}</span>;
  if (typeof value !== 'string') return <span className={classes.word}>{String(value)}</span>;
  if (whole || value.length <= limits.text)
    return <span className={classes.string}>{JSON.stringify(value)}</span>;
  return (
    <>
      <span className={classes.string}>{JSON.stringify(value.slice(0, limits.text)).slice(0, -1)}…</span>{' '}
      <UnstyledButton className={classes.more} onClick={() => setWhole(true)}>
        {`Show all ${value.length.toLocaleString('en')} characters`}
      </UnstyledButton>
    </>
  );
}
