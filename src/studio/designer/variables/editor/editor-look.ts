import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--mantine-color-text)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '22px' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)', padding: '6px 0' },
  '.cm-line': { padding: '0 10px' },
  '.cm-placeholder': { color: 'var(--mantine-color-placeholder)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: 'none',
    color: 'var(--mantine-color-dimmed)',
    fontSize: '11px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--studio-sunken)',
    border: '1px solid var(--studio-border)',
    color: 'var(--mantine-color-dimmed)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'light-dark(var(--mantine-color-river-1), rgba(82, 141, 227, 0.3))',
  },
  '.cm-tooltip': {
    maxWidth: '320px',
    border: '1px solid var(--studio-border)',
    borderRadius: '8px',
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    fontSize: '12px',
    overflow: 'hidden',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--studio-fail)' },
});

const code = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#1f4f99, #9cc3fb)' },
  { tag: tags.string, color: 'light-dark(#1b6e45, #86d6ac)' },
  { tag: tags.number, color: 'light-dark(#934500, #f2b877)' },
  { tag: [tags.bool, tags.null], color: 'light-dark(#7a3ea6, #d3aef0)' },
  { tag: [tags.separator, tags.brace, tags.squareBracket], color: 'var(--mantine-color-dimmed)' },
]);

/** Fits the surroundings in both colour schemes. */
export const editorLook: Extension = [look, syntaxHighlighting(code)];
