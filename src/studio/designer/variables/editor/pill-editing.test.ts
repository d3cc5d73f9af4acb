// @vitest-environment happy-dom
import { deleteCharBackward, deleteCharForward } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import type { Reference } from '../../../../flow/descriptor.ts';
import { insertReference } from './insert-reference.ts';
import { setPillDescription } from './pill-decorations.ts';
import { variableEditorExtensions } from './variable-editor-state.ts';

type Change = { text: string; added: Record<string, Reference> };

let view: EditorView | undefined;
afterEach(() => view?.destroy());

function open(
  doc: string,
  options: { multiline?: boolean; json?: boolean; references?: Record<string, Reference> } = {},
) {
  const changes: Change[] = [];
  const picks: string[] = [];
  const editor = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc,
      extensions: variableEditorExtensions({
        multiline: options.multiline ?? false,
        json: options.json ?? false,
        placeholder: '',
        references: () => options.references ?? {},
        onChange: (text, added) => changes.push({ text, added }),
        onPick: () => picks.push('asked'),
        onOpenPill: () => undefined,
      }),
    }),
  });
  view = editor;
  return { editor, changes, picks };
}

/** Types as an input event would, through the handlers that watch for `{{`. */
function type(editor: EditorView, text: string) {
  for (const character of text) {
    const { from, to } = editor.state.selection.main;
    const insert = () =>
      editor.state.update({
        changes: { from, to, insert: character },
        selection: { anchor: from + 1 },
        userEvent: 'input.type',
      });
    const handled = editor.state
      .facet(EditorView.inputHandler)
      .some((handler) => handler(editor, from, to, character, insert));
    if (!handled) editor.dispatch(insert());
  }
}

const title = { variable: '$.t1.out.data.issue.title' };

test('a pill goes with one press of a delete key, from either side', () => {
  const { editor, changes } = open('a {{{m1}}} b', { references: { m1: title } });
  editor.dispatch({ selection: { anchor: 10 } });
  deleteCharBackward(editor);
  expect(changes.at(-1)).toEqual({ text: 'a  b', added: {} });

  const second = open('{{{m1}}}b', { references: { m1: title } });
  second.editor.dispatch({ selection: { anchor: 0 } });
  deleteCharForward(second.editor);
  expect(second.changes.at(-1)?.text).toBe('b');
});

test('the text shows as a pill with its label, and its placeholder stays in the document', () => {
  const { editor } = open('Hi {{{m1}}}', { references: { m1: title } });
  editor.dispatch({
    effects: setPillDescription.of((id) => ({ label: `label of ${id}`, hint: 'from far', modifiers: 2 })),
  });
  const pill = editor.dom.querySelector<HTMLElement>('[data-pill="m1"]');
  expect(pill?.textContent).toContain('label of m1');
  expect(pill?.title).toBe('from far');
  expect(editor.state.doc.toString()).toBe('Hi {{{m1}}}');
});

test('the × of a pill removes it', () => {
  const { editor, changes } = open('x{{{m1}}}y', { references: { m1: title } });
  editor.dom.querySelector<HTMLButtonElement>('[aria-label^="Remove the variable"]')?.click();
  expect(changes.at(-1)?.text).toBe('xy');
});

test('{{ asks for a variable, which then takes its place', () => {
  const { editor, changes, picks } = open('');
  type(editor, 'No {');
  expect(picks).toEqual([]);
  type(editor, '{');
  expect(picks).toEqual(['asked']);
  insertReference(editor, title, 'm9');
  expect(changes.at(-1)).toEqual({ text: 'No {{{m9}}}', added: { m9: title } });
});

test('a variable takes the place of what is selected', () => {
  const { editor, changes } = open('one two');
  editor.dispatch({ selection: { anchor: 4, head: 7 } });
  insertReference(editor, title, 'm9');
  expect(changes.at(-1)?.text).toBe('one {{{m9}}}');
});

test('in a JSON template a new line keeps its place, and a closing bracket moves out', () => {
  const { editor } = open('{', { multiline: true, json: true });
  editor.dispatch({ selection: { anchor: 1 } });
  press(editor, 'Enter');
  type(editor, '"id": ');
  insertReference(editor, title, 'm9');
  type(editor, ',');
  press(editor, 'Enter');
  type(editor, '"n": 1');
  press(editor, 'Enter');
  type(editor, '}');
  expect(editor.state.doc.toString()).toBe('{\n  "id": {{{m9}}},\n  "n": 1\n}');
});

test('Enter makes no second line in a field of one line', () => {
  const { editor, changes } = open('one');
  press(editor, 'Enter');
  expect(editor.state.doc.lines).toBe(1);
  expect(changes).toEqual([]);
});

const upper = { variable: '$.event.out.data.name', functions: [{ name: 'g_uppercase' }] };
const now = { functions: [{ name: 'g_now' }] };

test('what modifiers do to a pill outlives the way through another program', () => {
  const { editor } = open('http://x/{{{m1}}}{{{m2}}}', { references: { m1: upper, m2: now } });
  const copied = copy(editor, 0, editor.state.doc.length);
  expect(copied).not.toContain('m2');
  editor.destroy();

  const second = open('');
  paste(second.editor, copied);
  const { text, added } = second.changes.at(-1)!;
  expect(text).toMatch(/^http:\/\/x\/\{\{\{[^{}]+\}\}\}\{\{\{[^{}]+\}\}\}$/);
  expect(Object.values(added)).toEqual([upper, now]);
});

test('a pill that is pasted beside the one it was copied from has a reference of its own', () => {
  const { editor, changes } = open('{{{m1}}}', { references: { m1: upper } });
  paste(editor, copy(editor, 0, editor.state.doc.length));
  const { text, added } = changes.at(-1)!;
  const [second] = Object.keys(added);
  expect(added).toEqual({ [second!]: upper });
  expect(text).toBe(`{{{m1}}}{{{${second}}}}`);
});

/** What the clipboard gets, by the filters of the editor. */
function copy({ state }: EditorView, from: number, to: number): string {
  return state
    .facet(EditorView.clipboardOutputFilter)
    .reduce((text, filter) => filter(text, state), state.sliceDoc(from, to));
}

/** Puts a text at the end as a paste would. */
function paste(editor: EditorView, text: string) {
  const { state } = editor;
  const insert = state
    .facet(EditorView.clipboardInputFilter)
    .reduce((pasted, filter) => filter(pasted, state), text);
  editor.dispatch({ changes: { from: state.doc.length, insert }, userEvent: 'input.paste' });
}

function press(editor: EditorView, key: string) {
  editor.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
