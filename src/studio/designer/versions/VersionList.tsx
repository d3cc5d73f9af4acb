import { Button, Text, UnstyledButton } from '@mantine/core';
import type { Version } from '../../../contract/versions.ts';
import { countsInWords } from '../../../flow/diff/words.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { say } from '../../text/say.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './Versions.module.css';

/** The published versions, newest first. */
export function VersionList(props: {
  versions: Version[];
  shown: number | undefined;
  onShow: (revision: number) => void;
  /** Loads more; absent when all are here. */
  more: (() => void) | undefined;
  loadingMore: boolean;
}) {
  return (
    <section className={classes.list} aria-label={text('list.label')}>
      <ol className={classes.rows} reversed>
        {props.versions.map((version) => (
          <li key={version.revision}>
            <UnstyledButton
              className={classes.row}
              aria-current={version.revision === props.shown ? 'true' : undefined}
              onClick={() => props.onShow(version.revision)}
            >
              <VersionText version={version} />
            </UnstyledButton>
          </li>
        ))}
      </ol>
      {props.more && (
        <Button
          variant="subtle"
          size="compact-sm"
          m={8}
          loading={props.loadingMore}
          onClick={() => props.more?.()}
        >
          {text('list.showOlder')}
        </Button>
      )}
    </section>
  );
}

function VersionText({ version }: { version: Version }) {
  const { revision, name, publishedAt, publishedBy, changes } = version;
  return (
    <span className={classes.rowText}>
      <span className={classes.rowTitle}>
        <strong>{text('list.version', { revision: String(revision) })}</strong>
        <Text component="span" size="xs" c="dimmed">
          <RelativeTime iso={publishedAt} />
        </Text>
      </span>
      <span>{changes ? countsInWords(changes).map(say).join(', ') : text('list.first')}</span>
      <Text component="span" size="xs" c="dimmed" truncate>
        {[name, publishedBy && text('list.by', { user: publishedBy })].filter(Boolean).join(' · ')}
      </Text>
    </span>
  );
}
