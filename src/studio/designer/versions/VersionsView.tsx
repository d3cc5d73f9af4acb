import { Button, Modal, Text } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import { History, X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useVersion, useVersions } from '../../api/versions.ts';
import { uiText } from '../../text/english/ui.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ScreenLoading } from '../../ui/ScreenLoading.tsx';
import { useDocument } from '../document/document-context.ts';
import { compareVersion } from './compare-version.ts';
import { ComparedVersion } from './ComparedVersion.tsx';
import { RestoreButton } from './RestoreButton.tsx';
import type { ShownVersion } from './use-shown-version.ts';
import { VersionList } from './VersionList.tsx';
import classes from './Versions.module.css';

/** The published versions of the open flow, one of them compared with it. */
export default function VersionsView(props: {
  shown: ShownVersion;
  onShow: (revision: number) => void;
  onClose: () => void;
}) {
  const flowId = useDocument((state) => state.flowId);
  const type = useDocument((state) => state.type);
  const descriptor = useDocument((state) => state.descriptor);
  const notes = useDocument((state) => state.notes);
  const list = useVersions(flowId);
  const versions = list.data?.pages.flat();
  const revision = props.shown === 'latest' ? versions?.[0]?.revision : props.shown;
  const version = useVersion(flowId, revision);
  const isDraft = type === 'integration-draft';
  const comparison = useMemo(
    () => version.data && compareVersion(version.data, { descriptor, notes }, isDraft),
    [version.data, descriptor, notes, isDraft],
  );

  const frame = (content: ReactNode, restore?: ReactNode) => (
    <Frame onClose={props.onClose} restore={restore}>
      {content}
    </Frame>
  );
  if (list.error && !versions) {
    return frame(<ErrorState title={text('notLoaded')} error={list.error} retry={list.refetch} />);
  }
  if (!versions) return frame(<ScreenLoading />);
  if (versions.length === 0) return frame(<NothingYet />);

  const versionList = (
    <VersionList
      versions={versions}
      shown={revision}
      onShow={props.onShow}
      more={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      loadingMore={list.isFetchingNextPage}
    />
  );
  if (revision === undefined || !comparison) {
    return frame(
      <div className={classes.body}>
        <div className={classes.middle}>
          {version.error ? (
            <ErrorState
              title={text('versionNotLoaded', { revision: String(revision) })}
              error={version.error}
              retry={version.refetch}
            />
          ) : (
            <ScreenLoading />
          )}
        </div>
        <aside className={classes.panel}>{versionList}</aside>
      </div>,
    );
  }
  return frame(
    // A version is fitted into the canvas anew; the one before has left its zoom with its provider.
    <ReactFlowProvider key={revision}>
      <ComparedVersion comparison={comparison} revision={revision} isDraft={isDraft}>
        {versionList}
      </ComparedVersion>
    </ReactFlowProvider>,
    isDraft ? (
      <RestoreButton comparison={comparison} revision={revision} onDone={props.onClose} />
    ) : (
      <Text size="sm" c="dimmed" className={classes.hint}>
        {text('restoreElsewhere')}
      </Text>
    ),
  );
}

function Frame(props: { children: ReactNode; restore: ReactNode; onClose: () => void }) {
  const name = useDocument((state) => state.name);
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <Modal.Title className={classes.title}>{text('title', { flow: name })}</Modal.Title>
        {props.restore}
        <Button
          variant="default"
          size="compact-sm"
          h={32}
          leftSection={<X size={15} aria-hidden />}
          onClick={props.onClose}
        >
          {uiText('close')}
        </Button>
      </div>
      {props.children}
    </div>
  );
}

function NothingYet() {
  return (
    <EmptyState icon={History} title={text('none.title')}>
      {text('none.text')}
    </EmptyState>
  );
}
