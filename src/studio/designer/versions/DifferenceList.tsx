import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { countChanges, isEmptyDiff } from '../../../flow/diff.ts';
import { countsInWords } from '../../../flow/diff/words.ts';
import type { Link } from '../../../flow/graph.ts';
import { noteOf } from '../../../flow/notes.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { notesText } from '../../text/english/notes.ts';
import { versionsText as text } from '../../text/english/versions.ts';
import { currentLanguage } from '../../text/language.ts';
import { say } from '../../text/say.ts';
import { linkId } from '../canvas/link-id.ts';
import { noteName, noteNodeId } from '../canvas/notes/note-node.ts';
import type { Comparison } from './compare-version.ts';
import { DifferenceEntry } from './DifferenceEntry.tsx';
import { DifferenceWords } from './DifferenceWords.tsx';
import classes from './Versions.module.css';

/** More at once would make the panel slow, and nobody reads them. */
const shownAtFirst = 200;

/** Everything that differs between the version and the open flow; a click leads to its card. */
export function DifferenceList(props: {
  comparison: Comparison;
  revision: number;
  /** What the open flow is: a draft, or the template itself. */
  isDraft: boolean;
  selected: string | undefined;
  /** Ids of nodes on the canvas. */
  onGo: (nodeIds: string[]) => void;
}) {
  const { comparison, isDraft, selected, onGo } = props;
  const revision = String(props.revision);
  const { diff, merged, mergedNotes } = comparison;
  const [all, setAll] = useState(false);
  const labelOf = (id: string) => componentLabel(merged, catalogue, id);
  const linkText = ({ from, to }: Link) => text('differences.link', { from: labelOf(from), to: labelOf(to) });

  const entries = [
    ...diff.components.map((change) => (
      <DifferenceEntry
        key={change.componentId}
        kind={change.kind}
        title={labelOf(change.componentId)}
        current={change.componentId === selected}
        onClick={() => onGo([change.componentId])}
      >
        {change.kind === 'changed' && (
          <DifferenceWords differences={change.differences} type={merged[change.componentId]?.type} />
        )}
      </DifferenceEntry>
    )),
    ...(['added', 'removed'] as const).flatMap((kind) =>
      diff.links[kind].map((link) => (
        <DifferenceEntry
          key={linkId(link)}
          kind={kind}
          title={linkText(link)}
          onClick={() => onGo([link.from, link.to])}
        />
      )),
    ),
    ...diff.notes.map(({ noteId, kind, parts }) => (
      <DifferenceEntry
        key={noteNodeId(noteId)}
        kind={kind}
        title={noteName(noteOf(mergedNotes, noteId) ?? { content: '' })}
        current={noteNodeId(noteId) === selected}
        onClick={() => onGo([noteNodeId(noteId)])}
      >
        {kind === 'changed' && (
          <span className={classes.difference}>
            {parts.map((part) => notesText(`parts.${part}`)).join(', ')}
          </span>
        )}
      </DifferenceEntry>
    )),
  ];
  const shown = all ? entries : entries.slice(0, shownAtFirst);

  return (
    <section className={classes.differences} aria-label={text('differences.label')}>
      <Text size="sm" className={classes.differencesHead} aria-live="polite">
        {isEmptyDiff(diff)
          ? text(isDraft ? 'differences.draftSame' : 'differences.templateSame', { revision })
          : text.nodes(isDraft ? 'differences.draftSince' : 'differences.templateSince', {
              revision,
              changes: <strong key="changes">{countsInWords(countChanges(diff)).map(say).join(', ')}</strong>,
            })}
      </Text>
      <ul className={classes.rows}>{shown}</ul>
      {shown.length < entries.length && (
        <Button variant="subtle" size="compact-sm" m={8} onClick={() => setAll(true)}>
          {text('differences.showMore', {
            number: (entries.length - shown.length).toLocaleString(currentLanguage()),
          })}
        </Button>
      )}
    </section>
  );
}
