import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { uiText as text } from '../../text/english/ui.ts';
import { currentLanguage } from '../../text/language.ts';
import classes from './JsonView.module.css';
import { limits } from './limits.ts';

/** A text, number or word of JSON; a long text is cut until one asks for all of it. */
export function JsonText({ value }: { value: unknown }) {
  const [whole, setWhole] = useState(false);
  if (typeof value === 'number')
    return (
      <span className={classes.number} translate="no">
        {value}
      </span>
    );
  if (typeof value !== 'string')
    return (
      <span className={classes.word} translate="no">
        {String(value)}
      </span>
    );
  if (whole || value.length <= limits.text)
    return (
      <span className={classes.string} translate="no">
        {JSON.stringify(value)}
      </span>
    );
  return (
    <>
      <span className={classes.string} translate="no">
        {JSON.stringify(value.slice(0, limits.text)).slice(0, -1)}…
      </span>{' '}
      <UnstyledButton className={classes.more} onClick={() => setWhole(true)}>
        {text('json.showText', { length: value.length.toLocaleString(currentLanguage()) })}
      </UnstyledButton>
    </>
  );
}
