import { type KeyboardEvent, useRef, useState } from 'react';
import { topbarText as text } from '../../text/english/topbar.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import classes from './TopBar.module.css';

/** The flow's name, edited in place: Enter or leaving the field keeps it, Escape does not. */
export function FlowName() {
  const store = useDocumentStore();
  const name = useDocument((state) => state.name);
  const [draft, setDraft] = useState<string>();
  /** Leaving the field keeps what it holds, unless Escape is why. */
  const given = useRef(false);

  const finish = () => {
    if (!given.current && draft !== undefined) store.getState().rename(draft);
    given.current = false;
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    given.current = event.key === 'Escape';
    focusFlow();
  };
  return (
    <label className={classes.name} data-value={draft ?? name}>
      <input
        aria-label={text('name')}
        size={1}
        maxLength={500}
        value={draft ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
