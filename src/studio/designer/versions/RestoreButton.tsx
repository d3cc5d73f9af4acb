import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { History } from 'lucide-react';
import { isEmptyDiff } from '../../../flow/diff.ts';
import { restoreVersion } from '../../../flow/operations/restore-version.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { useDocumentStore } from '../document/document-context.ts';
import type { Comparison } from './compare-version.ts';

/** Puts the components, links and notes of a version into the draft, as one step that undo takes back. */
export function RestoreButton(props: { comparison: Comparison; revision: number; onDone: () => void }) {
  const { comparison, revision, onDone } = props;
  const store = useDocumentStore();
  const restore = () => {
    store.getState().apply(restoreVersion({ ...comparison, revision }));
    notifications.show({
      id: 'version-restored',
      title: text('restore.done', { revision: String(revision) }),
      message: text('restore.text'),
    });
    onDone();
  };
  return (
    <Button
      size="compact-sm"
      h={32}
      leftSection={<History size={15} aria-hidden />}
      disabled={isEmptyDiff(comparison.diff)}
      onClick={restore}
    >
      {text('restore.button')}
    </Button>
  );
}
