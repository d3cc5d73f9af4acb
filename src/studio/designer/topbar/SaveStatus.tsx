import { Tooltip, UnstyledButton } from '@mantine/core';
import { Check, CloudAlert, GitCompareArrows, type LucideIcon, LoaderCircle, Pencil } from 'lucide-react';
import { useAutosave, useDocument } from '../document/document-context.ts';
import type { SaveState } from '../document/document-store.ts';
import classes from './TopBar.module.css';

const states: Record<SaveState, { icon: LucideIcon; text: string }> = {
  saved: { icon: Check, text: 'Saved' },
  unsaved: { icon: Pencil, text: 'Edited' },
  saving: { icon: LoaderCircle, text: 'Saving…' },
  error: { icon: CloudAlert, text: 'Not saved' },
  conflict: { icon: GitCompareArrows, text: 'Changed elsewhere' },
};

/** Whether the server has what one sees. After an error a click tries again. */
export function SaveStatus() {
  const autosave = useAutosave();
  const state = useDocument((document) => document.saveState);
  const reason = useDocument((document) => document.saveError);
  const { icon: Icon, text } = states[state];
  const content = (
    <>
      <Icon size={14} aria-hidden className={state === 'saving' ? classes.spin : undefined} />
      <span className={classes.saveText}>{text}</span>
    </>
  );
  return (
    <span role="status" className={classes.save} data-state={state}>
      {state === 'error' ? (
        <Tooltip
          label={`${reason} Your changes are kept in this browser. Click to try again.`}
          multiline
          maw={300}
        >
          <UnstyledButton className={classes.save} data-state={state} onClick={() => autosave.retry()}>
            {content}
          </UnstyledButton>
        </Tooltip>
      ) : (
        content
      )}
    </span>
  );
}
