import { Group, Input, NumberInput, SegmentedControl, Text, Textarea } from '@mantine/core';
import { StickyNote } from 'lucide-react';
import { leastNoteSize, mostNoteSize, type Note, type NoteColor, noteColors } from '../../../flow/notes.ts';
import type { Operation } from '../../../flow/operations/operation.ts';
import { resizeNote } from '../../../flow/operations/resize-note.ts';
import { setNoteColor } from '../../../flow/operations/set-note-color.ts';
import { setNoteContent } from '../../../flow/operations/set-note-content.ts';
import { notesText } from '../../text/english/notes.ts';
import { longestNote } from '../canvas/notes/longest-note.ts';
import { noteIcons } from '../canvas/notes/note-icons.tsx';
import { useDocumentStore } from '../document/document-context.ts';
import classes from './Inspector.module.css';

/** A note's text, colour and size. */
export function NoteInspector({ noteId, note }: { noteId: string; note: Note }) {
  const store = useDocumentStore();
  const apply = (operation: Operation, coalesce?: string) =>
    store.getState().apply(operation, coalesce === undefined ? {} : { coalesce });
  const resize = (side: 'width' | 'height') => (value: string | number) => {
    if (typeof value !== 'number') return;
    const { width, height } = note;
    apply(resizeNote({ id: noteId, size: { width, height, [side]: value } }), `${side} ${noteId}`);
  };
  const limits = (side: 'width' | 'height') => ({
    label: notesText(`inspector.${side}`),
    value: note[side],
    min: leastNoteSize[side],
    max: mostNoteSize[side],
    step: 16,
    suffix: ' px',
    clampBehavior: 'blur' as const,
    onChange: resize(side),
  });
  return (
    <>
      <header className={classes['header']}>
        <StickyNote size={24} aria-hidden />
        <Text fw={600}>{notesText('inspector.title')}</Text>
        <Text size="sm" c="dimmed" className={classes['description']}>
          {notesText('inspector.help')}
        </Text>
      </header>
      <div className={classes['body']} data-fields>
        <Textarea
          label={notesText('text')}
          placeholder={notesText('placeholder')}
          autosize
          minRows={5}
          maxRows={20}
          maxLength={longestNote}
          value={note.content}
          onChange={(event) =>
            apply(setNoteContent({ id: noteId, content: event.currentTarget.value }), `note ${noteId}`)
          }
        />
        <ColorChoice value={note.color} onChange={(color) => apply(setNoteColor({ ids: [noteId], color }))} />
        <Group grow gap="sm">
          <NumberInput {...limits('width')} />
          <NumberInput {...limits('height')} />
        </Group>
      </div>
    </>
  );
}

function ColorChoice(props: {
  value: NoteColor | undefined;
  onChange: (color: NoteColor | undefined) => void;
}) {
  const names = ['plain', ...noteColors] as const;
  return (
    <div>
      <Input.Label labelElement="div" aria-hidden>
        {notesText('color')}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-label={notesText('color')}
        value={props.value ?? 'plain'}
        onChange={(value) => props.onChange(noteColors.find((color) => color === value))}
        data={names.map((name) => {
          const Icon = noteIcons[name];
          return {
            value: name,
            label: (
              <Icon
                size={18}
                aria-label={notesText(`colors.${name}`)}
                style={{ display: 'block', margin: '0 auto' }}
              />
            ),
          };
        })}
      />
    </div>
  );
}
