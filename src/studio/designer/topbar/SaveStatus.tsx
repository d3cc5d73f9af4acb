import { Tooltip, UnstyledButton } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { Check, CloudAlert, GitCompareArrows, type LucideIcon, LoaderCircle, Pencil } from 'lucide-react';
import { topbarText as text } from '../../text/english/topbar.ts';
import { useAutosave, useDocument } from '../document/document-context.ts';
import type { SaveState } from '../document/document-store.ts';
import classes from './TopBar.module.css';

const icons: Record<SaveState, LucideIcon> = {
  saved: Check,
  unsaved: Pencil,
  saving: LoaderCircle,
  error: CloudAlert,
  conflict: GitCompareArrows,
};

/** Whether the server has what one sees. After an error a click tries again. */
export function SaveStatus() {
  const autosave = useAutosave();
  const state = useDocument((document) => document.saveState);
  const reason = useDocument((document) => document.saveError);
  const kept = useDocument((document) => document.kept);
  const { online } = useNetwork();
  const failed = state === 'error';
  const Icon = icons[state];
  const words = text(failed && !kept ? 'save.notKept' : `save.${state}`);
  const short = shortOf(state, online);
  const content = (
    <>
      <Icon size={14} aria-hidden className={state === 'saving' ? classes.spin : undefined} />
      <span className={classes.saveText} data-brief={short === words || undefined}>
        {words}
      </span>
      {short !== undefined && short !== words && (
        <span className={classes.saveShort} aria-hidden>
          {short}
        </span>
      )}
    </>
  );
  return (
    <span role="status" className={classes.save} data-state={state}>
      {failed ? (
        <Tooltip
          label={text(kept ? 'save.retry' : 'save.retryNotKept', { reason: reason ?? '' })}
          multiline
          maw={300}
        >
          <UnstyledButton className={classes.save} data-state={state} onClick={() => autosave.retry()}>
            {content}
          </UnstyledButton>
        </Tooltip>
      ) : (
        <Tooltip label={words}>
          <span className={classes.save} data-state={state}>
            {content}
          </span>
        </Tooltip>
      )}
    </span>
  );
}

/** The word to show where there is room for one alone: that all is well, or soon will be, the icon says. */
function shortOf(state: SaveState, online: boolean): string | undefined {
  if (state === 'conflict') return text('save.conflictShort');
  if (state === 'error') return text(online ? 'save.error' : 'save.offline');
  return undefined;
}
