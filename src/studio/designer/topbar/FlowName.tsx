import { type KeyboardEvent, useState } from 'react';
import { topbarText as text } from '../../text/english/topbar.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import classes from './TopBar.module.css';

/** The flow's name, edited in place: Enter or leaving the field keeps it, Escape does not. */
export function FlowName() {
  const store = useDocumentStore();
  const name = useDocument((state) => state.name);
  const [draft, setDraft] = useState<string>();

  const finish = (keep: boolean) => {
    if (keep && draft !== undefined) store.getState().rename(draft);
    setDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') {
      finish(false);
      event.currentTarget.blur();
    }
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
        onBlur={() => finish(true)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
