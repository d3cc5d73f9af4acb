import { Button, Group, Tooltip } from '@mantine/core';
import { GitCompareArrows } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { refreshFlows } from '../../api/flows.ts';
import { topbarText as text } from '../../text/english/topbar.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useAutosave, useDocument, useDocumentStore } from '../document/document-context.ts';
import type { TheirVersion } from '../document/document-store.ts';
import { differencesInWords } from './differences-in-words.ts';
import { notifyOther, otherName } from './other-flow.tsx';
import classes from './TopBar.module.css';

/** Asks which version to go on with, when the flow was saved elsewhere in the meantime. */
export function ConflictBanner() {
  const autosave = useAutosave();
  const store = useDocumentStore();
  const [, navigate] = useLocation();
  const theirs = useDocument((state) => (state.saveState === 'conflict' ? state.theirs : undefined));
  const kept = useDocument((state) => state.kept);
  const [busy, setBusy] = useState(false);
  if (!theirs) return null;
  const choose = async (choice: () => Promise<void>, failed = text('conflict.failed')) => {
    setBusy(true);
    try {
      await choice();
    } catch (error) {
      notifyFailure(failed, error);
    }
    setBusy(false);
  };
  const keepBoth = async () => {
    const name = otherName(store.getState().name);
    const { flowId, isWhole } = await autosave.keepBoth(name);
    void refreshFlows();
    notifyOther(name, { isWhole, open: () => navigate(`/flows/${flowId}`) });
  };
  return (
    <div className={classes.conflict} role="alert">
      <GitCompareArrows size={18} aria-hidden />
      <div className={classes.conflictText}>
        <p>
          {text.nodes('conflict.text', {
            changed: <strong key="changed">{text('conflict.changed')}</strong>,
          })}
        </p>
        <Differences theirs={theirs} />
        {!kept && (
          <p>
            <strong>{text('conflict.notKept')}</strong>
          </p>
        )}
      </div>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={() => void choose(autosave.takeTheirs)}
        >
          {text('conflict.theirs')}
        </Button>
        <Tooltip label={text('conflict.bothHint')} multiline maw={280}>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => void choose(keepBoth, text('conflict.otherFailed'))}
          >
            {text('conflict.both')}
          </Button>
        </Tooltip>
        <Button size="compact-sm" disabled={busy} onClick={() => void choose(autosave.keepMine)}>
          {text('conflict.mine')}
        </Button>
      </Group>
    </div>
  );
}

/** When the other version was saved, and what one would get with it. */
function Differences({ theirs }: { theirs: TheirVersion }) {
  const name = useDocument((state) => state.name);
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const changes = useMemo(
    () => differencesInWords({ name, descriptor, notes }, theirs.content),
    [name, descriptor, notes, theirs],
  );
  const { modifiedAt } = theirs;
  return (
    // Said with the alert, but not anew with every edit.
    <p aria-live="off">
      {modifiedAt !== undefined && (
        <>{text.nodes('conflict.saved', { when: <RelativeTime key="when" iso={modifiedAt} /> })} </>
      )}
      {text('conflict.differs', { changes })}
    </p>
  );
}
