import { type KeyboardEvent, useRef, useState } from 'react';
import { topbarText as text } from '../../text/english/topbar.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import classes from './TopBar.module.css';

/**
 * The flow's name, edited in place. Every letter is kept at once, and typing is one step of undo. Enter leaves the field;
 * Escape does so too, and brings back the name it had.
 */
export function FlowName() {
  const store = useDocumentStore();
  const name = useDocument((state) => state.name);
  /** What stands in the field: a name that ends with a space is not the flow's, and nothing at all is none. */
  const [draft, setDraft] = useState<string>();
  const nameBefore = useRef(name);
  // Undo, or a version from elsewhere, may have changed the name under the field.
  const shown = draft !== undefined && (draft.trim() === name || draft.trim() === '') ? draft : name;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // What ends the composition of a letter is the keyboard's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') store.getState().rename(nameBefore.current);
    focusFlow();
  };
  return (
    <label className={classes.name} data-value={shown}>
      <input
        aria-label={text('name')}
        size={1}
        maxLength={500}
        value={shown}
        data-document-field
        onFocus={(event) => {
          nameBefore.current = name;
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          store.getState().rename(event.currentTarget.value);
        }}
        onBlur={() => setDraft(undefined)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
