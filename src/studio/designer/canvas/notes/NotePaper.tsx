import { type ReactNode, Suspense } from 'react';
import { firstWords } from '../../../../flow/notes.ts';
import { useDetail } from '../detail.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import classes from './Note.module.css';
import type { NoteData } from './note-node.ts';

const Markdown = lazyPart(() => import('./Markdown.tsx'));

/** A note as one reads it; one without text says `empty`. `children` take the place of all that. */
export function NotePaper(props: {
  data: NoteData;
  selected: boolean;
  dragging?: boolean;
  empty: string;
  children?: ReactNode;
}) {
  const { data, selected, dragging = false, empty, children } = props;
  const simple = useDetail() !== 'full';
  return (
    <div
      className={classes.note}
      data-color={data.color}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
      data-simple={simple || undefined}
    >
      {children ??
        (simple ? <SimpleText data={data} /> : <Text data={data} selected={selected} empty={empty} />)}
    </div>
  );
}

function Text(props: { data: NoteData; selected: boolean; empty: string }) {
  const { content } = props.data;
  if (content.trim() === '') return <p className={classes.empty}>{props.empty}</p>;
  return (
    // The wheel moves the canvas, and a long note only once it is in hand.
    <div className={[classes.scroller, props.selected && 'nowheel'].filter(Boolean).join(' ')}>
      <Suspense fallback={<div className={classes.plain}>{content}</div>}>
        <Markdown content={content} />
      </Suspense>
    </div>
  );
}

function SimpleText({ data: { content } }: { data: NoteData }) {
  return <p className={classes.title}>{firstWords(content)}</p>;
}
