import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { notesText } from '../../text/english/notes.ts';
import { NotePaper } from '../canvas/notes/NotePaper.tsx';
import { Compared } from './Compared.tsx';
import type { ComparedNoteNode } from './compared-projection.ts';

/** A note as it was, with a frame and a tag that say what became of it. */
export const ComparedNote = memo(function ComparedNote({ data, selected }: NodeProps<ComparedNoteNode>) {
  return (
    <Compared change={data.change}>
      <NotePaper data={data} selected={selected} empty={notesText('spokenEmpty')} />
    </Compared>
  );
});
