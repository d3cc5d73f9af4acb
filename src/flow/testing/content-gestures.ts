import fc from 'fast-check';
import { message } from '../messages/message.ts';
import { noteColors, type Notes } from '../notes.ts';
import { addNote } from '../operations/add-note.ts';
import { duplicateComponents } from '../operations/duplicate-components.ts';
import { duplicateNotes } from '../operations/duplicate-notes.ts';
import { insertNotes } from '../operations/insert-notes.ts';
import { moveTogether } from '../operations/move-together.ts';
import { changed, type NamedContent, type Operation, sequence } from '../operations/operation.ts';
import { removeComponents } from '../operations/remove-components.ts';
import { removeNotes } from '../operations/remove-notes.ts';
import { renameFlow } from '../operations/rename-flow.ts';
import { resizeNote } from '../operations/resize-note.ts';
import { setNoteColor } from '../operations/set-note-color.ts';
import { setNoteContent } from '../operations/set-note-content.ts';
import { anyEditedFlow, anyGesture, gesture, type Gesture } from './gestures.ts';

const name = message('operation.rename');
const noteIds = ['n1', 'n2', 'n3', 'a', '__proto__'];
const id = fc.constantFrom(...noteIds);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 3 });
const componentIds = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', '__proto__'), { maxLength: 3 });
const place = fc.record({ x: fc.integer(), y: fc.integer() });
const places = (of: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(of, place), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));
const copies = fc.record({ from: ids, to: fc.shuffledSubarray(noteIds) }).map(({ from, to }) => ({
  ids: from,
  newIds: Object.fromEntries(from.flatMap((one, at) => (to[at] === undefined ? [] : [[one, to[at]]]))),
}));

/** Notes as other programs may have written them. */
export const oddNotes: Notes = {
  o1: { content: 'no place' },
  o2: 'no note',
  o3: { x: 'left', color: 'red', tag: 1 },
};

const noteGesture: fc.Arbitrary<Operation> = fc.oneof(
  { arbitrary: fc.tuple(id, place).map(([one, at]) => addNote({ id: one, ...at })), weight: 4 },
  fc
    .record({ id, size: fc.record({ width: fc.integer(), height: fc.integer() }) })
    .map((options) => resizeNote(options)),
  fc.record({ id, content: fc.string() }).map((options) => setNoteContent(options)),
  fc.constantFrom('', ' Orders ', '__proto__').map((flowName) => renameFlow({ name: flowName })),
  fc
    .record({ ids, color: fc.constantFrom(...noteColors, undefined) })
    .map((options) => setNoteColor(options)),
  fc
    .tuple(places(fc.constantFrom('a', 'b', 'c')), places(id))
    .map(([components, notes]) => moveTogether({ components, notes })),
  fc.tuple(componentIds, ids).map(([components, notes]) =>
    sequence({
      name,
      operations: [removeComponents({ ids: components }), removeNotes({ ids: notes })],
    }),
  ),
  copies.map((options) =>
    sequence({
      name,
      operations: [
        duplicateComponents({ ids: ['a'], newIds: { a: 'b' }, dx: 16, dy: 16 }),
        duplicateNotes({ ...options, dx: 16, dy: 16 }),
      ],
    }),
  ),
  copies.map(({ newIds }) => insertNotes({ notes: oddNotes, newIds: { o1: 'n3', ...newIds }, dx: 1, dy: 1 })),
);

/** Operations on components, on notes and the name, and on several at once, of which each leaves alone what it is not about. */
export const partGesture: fc.Arbitrary<Gesture> = fc.oneof(
  { arbitrary: gesture, weight: 3 },
  { arbitrary: noteGesture.map((operation) => () => operation), weight: 2 },
);

/** The same, and those that put another flow in the place of all there is. */
export const contentGesture: fc.Arbitrary<Gesture> = fc.oneof(
  { arbitrary: anyGesture, weight: 3 },
  { arbitrary: noteGesture.map((operation) => () => operation), weight: 2 },
);

/** A named flow with notes, as many gestures leave it, some of the notes odd. */
export const anyEditedContent: fc.Arbitrary<NamedContent> = fc
  .tuple(anyEditedFlow, fc.array(contentGesture, { maxLength: 20, size: 'max' }))
  .map(([descriptor, gestures]) =>
    gestures.reduce<NamedContent>((content, choose) => changed(content, choose(content.descriptor)), {
      name: 'Flow',
      descriptor,
      notes: oddNotes,
    }),
  );
