import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textAtHand, wholeText } from './whole-text.ts';

const lines = fc
  .array(fc.constantFrom('a', '{"b": 1}', '', '😀x'), { maxLength: 5 })
  .map((all) => all.join('\n'));
const edits = fc.array(fc.record({ at: fc.nat(40), cut: fc.nat(6), insert: lines, ask: fc.boolean() }), {
  maxLength: 12,
});

test('the text at hand is that of the document, whenever it is asked for', () => {
  fc.assert(
    fc.property(lines, edits, (text, changes) => {
      const asked: [string, string][] = [];
      let state = EditorState.create({ doc: text, extensions: textAtHand(text) });
      for (const { at, cut, insert, ask } of changes) {
        const from = Math.min(at, state.doc.length);
        const to = Math.min(from + cut, state.doc.length);
        state = state.update({ changes: { from, to, insert } }).state;
        if (ask) asked.push([wholeText(state), state.doc.toString()]);
      }
      for (const [at, doc] of asked) expect(at).toBe(doc);
      expect(wholeText(state)).toBe(state.doc.toString());
    }),
  );
});

test('an older state still has its own text', () => {
  const before = EditorState.create({ doc: 'ab', extensions: textAtHand('ab') });
  const after = before.update({ changes: { from: 1, insert: 'x' } }).state;
  expect(wholeText(after)).toBe('axb');
  expect(wholeText(before)).toBe('ab');
});
