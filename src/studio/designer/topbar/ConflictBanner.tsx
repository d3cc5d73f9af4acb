import { Button, Group } from '@mantine/core';
import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { topbarText as text } from '../../text/english/topbar.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { useAutosave, useDocument } from '../document/document-context.ts';
import classes from './TopBar.module.css';

/** Asks which version to go on with, when the flow was saved elsewhere in the meantime. */
export function ConflictBanner() {
  const autosave = useAutosave();
  const conflict = useDocument((state) => state.saveState === 'conflict');
  const [busy, setBusy] = useState(false);
  if (!conflict) return null;
  const choose = async (choice: () => Promise<void>) => {
    setBusy(true);
    try {
      await choice();
    } catch (error) {
      notifyFailure(text('conflict.failed'), error);
    }
    setBusy(false);
  };
  return (
    <div className={classes.conflict} role="alert">
      <GitCompareArrows size={18} aria-hidden />
      <span className={classes.conflictText}>
        {text.nodes('conflict.text', { changed: <strong key="changed">{text('conflict.changed')}</strong> })}
      </span>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          onClick={() => void choose(autosave.takeTheirs)}
        >
          {text('conflict.theirs')}
        </Button>
        <Button size="compact-sm" disabled={busy} onClick={() => void choose(autosave.keepMine)}>
          {text('conflict.mine')}
        </Button>
      </Group>
    </div>
  );
}
