import type { EditorView } from '@codemirror/view';
import { inBackground } from '../../background/in-background.ts';
import { jsonText } from '../../text/english/json.ts';
import { toldWhenSlow } from '../../ui/told-when-slow.ts';
import { type Pasted, pastedAsItIs } from './pasted-json.ts';
import { textIs, wholeText } from './whole-text.ts';

export type LatePaste = {
  begin: (view: EditorView, pasted: string) => void;
  /** What waits is in the text from now on: something else is about to be. */
  settle: () => void;
};

type Waiting = { view: EditorView; pasted: string; current: string | undefined; from: number; to: number };

/**
 * Pastes of a megabyte and more. Reading and laying one out would hold the page up, and as the one line that it often is it
 * would take as long to draw; so it is laid out in the background, and then it is in the text. Who types on before that
 * has it there as it came, so that all stands in the order it was given in. `onLand` is told the text just before.
 */
export function createLatePaste(onLand: (text: string) => void): LatePaste {
  let waiting: Waiting | undefined;
  const land = (paste: Waiting, { text, whole }: Pasted) => {
    waiting = undefined;
    const { view } = paste;
    const { length } = view.state.doc;
    const from = whole ? 0 : Math.min(paste.from, length);
    const to = whole ? length : Math.min(paste.to, length);
    onLand(text);
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: whole ? 0 : from + text.length },
      scrollIntoView: true,
      userEvent: 'input.paste',
      ...(whole ? { effects: textIs.of(text) } : {}),
    });
  };
  const asItIs = ({ current, pasted }: Waiting) => pastedAsItIs(current, pasted);
  const settle = () => {
    if (waiting) land(waiting, asItIs(waiting));
  };
  return {
    settle,
    begin(view, pasted) {
      settle();
      const { from, to, empty } = view.state.selection.main;
      const current = empty ? wholeText(view.state) : undefined;
      const paste: Waiting = { view, pasted, current, from, to };
      waiting = paste;
      const laidOut = inBackground('pastedInto', { current, pasted }).catch(() => asItIs(paste));
      void toldWhenSlow(laidOut, jsonText('layingOut')).then((text) => {
        if (waiting === paste) land(paste, text);
      });
    },
  };
}
