import { StreamLanguage, type StringStream } from '@codemirror/language';
import type { EditorView } from '@codemirror/view';

/** JSON with placeholders: a JSON grammar would lose its way at the first of them. */
export const jsonTemplateLanguage = StreamLanguage.define<object>({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match('{{{')) return placeholder(stream);
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return stream.match(/^\s*:/, false) ? 'propertyName' : 'string';
    if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number';
    if (stream.match(/^(?:true|false|null)\b/)) return 'bool';
    if (stream.match(/^[{}[\],:]/)) return 'separator';
    stream.next();
    return null;
  },
});

function placeholder(stream: StringStream): null {
  if (!stream.match(/^.*?\}\}\}/)) stream.skipToEnd();
  return null;
}

/** A closing bracket typed on a line of its own moves out by a level. */
export function closeBracketInTemplate(view: EditorView, at: number, bracket: string): boolean {
  if (bracket !== '}' && bracket !== ']') return false;
  const line = view.state.doc.lineAt(at);
  const before = line.text.slice(0, at - line.from);
  if (!/^ {2,}$/.test(before)) return false;
  view.dispatch({
    changes: { from: at - 2, to: at, insert: bracket },
    selection: { anchor: at - 1 },
    userEvent: 'input.type',
  });
  return true;
}

/** A new line stands as far in as the one before, and further behind an opening bracket. */
export function newLineInTemplate(view: EditorView): boolean {
  if (view.state.readOnly) return false;
  const { from, to } = view.state.selection.main;
  const line = view.state.doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  const insideOpening = /[{[]\s*$/.test(before);
  const closes = insideOpening && /^\s*[}\]]/.test(line.text.slice(from - line.from));
  const inner = `\n${indent}${insideOpening ? '  ' : ''}`;
  view.dispatch({
    changes: { from, to, insert: closes ? `${inner}\n${indent}` : inner },
    selection: { anchor: from + inner.length },
    userEvent: 'input',
    scrollIntoView: true,
  });
  return true;
}
