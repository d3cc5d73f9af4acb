import { ActionIcon, SegmentedControl, Text, Title, Tooltip } from '@mantine/core';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { EventContract } from '../../contract/event-contracts.ts';
import { messageOf } from '../api/call.ts';
import { useInBackground } from '../background/use-in-background.ts';
import { eventsText as text } from '../text/english/events.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Panel } from '../ui/Panel.tsx';
import { SkeletonLines } from '../ui/SkeletonLines.tsx';
import { saveFile } from '../ui/save-file.ts';
import { contractFile, type ContractFormat } from './contract-file.ts';
import classes from './EventScreen.module.css';
import { isSmallContract } from './is-small-contract.ts';

/** Characters that are shown; copies and files have all of them. */
const shown = 4_000;

const formats = {
  schema: {
    copy: 'files.copySchema',
    download: 'files.downloadSchema',
    ending: '.schema.json',
    type: 'application/schema+json',
  },
  typescript: {
    copy: 'files.copyTypescript',
    download: 'files.downloadTypescript',
    ending: '.ts',
    type: 'text/plain',
  },
} as const;

/** The contract as other programs read it. */
export function ContractFiles({ contract }: { contract: EventContract }) {
  const { event, schema } = contract;
  const [format, setFormat] = useState<ContractFormat>('schema');
  const { copy, download, ending, type } = formats[format];
  const asked = useMemo(() => ({ event, schema, format }), [event, schema, format]);
  const isQuick = useMemo(() => isSmallContract(schema), [schema]);
  const { result, isNewest, failure } = useInBackground('contractFile', asked, {
    make: contractFile,
    isQuick,
  });
  // Of another format it would be saved under the wrong name.
  const content = isNewest ? result : undefined;
  return (
    <>
      <Title order={2} mt="xl" mb="sm">
        {text('files.title')}
      </Title>
      <Panel p="md">
        <div className={classes.fileHead}>
          <SegmentedControl
            size="xs"
            aria-label={text('files.title')}
            value={format}
            onChange={setFormat}
            data={[
              { value: 'schema', label: text('files.schema') },
              { value: 'typescript', label: text('files.typescript') },
            ]}
          />
          <CopyButton value={content ?? ''} label={text(copy)} disabled={content === undefined} />
          <Tooltip label={text(download)}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label={text(download)}
              disabled={content === undefined}
              onClick={() =>
                content !== undefined && saveFile(fileName(event) + ending, new Blob([content], { type }))
              }
            >
              <Download size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
        {content !== undefined ? (
          // A scrolling region has to be reachable by keyboard.
          <pre className={classes.file} tabIndex={0} aria-label={text(`files.${format}`)} translate="no">
            {content.length > shown ? `${content.slice(0, shown)}\n…` : content}
          </pre>
        ) : failure ? (
          <Text c="var(--studio-fail)" role="alert">
            {messageOf(failure)}
          </Text>
        ) : (
          <SkeletonLines label={text('files.loading')} />
        )}
      </Panel>
    </>
  );
}

/** The event's name without what file systems do not take. */
function fileName(event: string): string {
  return event.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'event';
}
