import type { EditorSelection } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { inBackground } from '../../background/in-background.ts';
import { jsonText } from '../../text/english/json.ts';
import { toldWhenSlow } from '../../ui/told-when-slow.ts';
import { type Pasted, pastedAsItIs } from './pasted-json.ts';
import { textIs, wholeText } from './whole-text.ts';

export type LatePaste = {
  begin: (view: EditorView, pasted: string) => void;
  /** What waits is in the text from now on: something else is about to be. */
  settle: () => void;
  /** The text has changed by something else: the place of what waits moves along. */
  follow: (update: ViewUpdate) => void;
};

type Waiting = {
  view: EditorView;
  pasted: string;
  current: string | undefined;
  /** Where it goes to. */
  place: EditorSelection;
  landed: () => void;
};

/**
 * Long pastes, and those into a long text. Reading and laying one out would hold the page up, and as the one line that it
 * often is it would take as long to draw; so it is laid out in the background, and then it is in the text. Who types on
 * before that has it there as it came, so that all stands in the order it was given in. `onLand` is told the text just
 * before.
 */
export function createLatePaste(onLand: (text: string) => void): LatePaste {
  let waiting: Waiting | undefined;
  const land = ({ view, place, landed }: Waiting, { text, whole }: Pasted) => {
    waiting = undefined;
    const from = whole ? 0 : place.main.from;
    const to = whole ? view.state.doc.length : place.main.to;
    // Who has put the caret elsewhere meanwhile keeps it there.
    const isThere = view.state.selection.eq(place);
    onLand(text);
    view.dispatch({
      changes: { from, to, insert: text },
      ...(isThere ? { selection: { anchor: whole ? 0 : from + text.length }, scrollIntoView: true } : {}),
      userEvent: 'input.paste',
      ...(whole ? { effects: textIs.of(text) } : {}),
    });
    landed();
  };
  const asItIs = ({ current, pasted }: Waiting) => pastedAsItIs(current, pasted);
  const settle = () => {
    if (waiting) land(waiting, asItIs(waiting));
  };
  return {
    settle,
    follow({ changes }) {
      if (waiting) waiting.place = waiting.place.map(changes);
    },
    begin(view, pasted) {
      settle();
      const { selection: place } = view.state;
      const current = place.main.empty ? wholeText(view.state) : undefined;
      const { promise: landed, resolve } = Promise.withResolvers<undefined>();
      const paste: Waiting = { view, pasted, current, place, landed: () => resolve(undefined) };
      waiting = paste;
      const laidOut = inBackground('pastedInto', { current, pasted }).catch(() => asItIs(paste));
      void toldWhenSlow(Promise.race([laidOut, landed]), jsonText('layingOut')).then((given) => {
        if (given && waiting === paste) land(paste, given);
      });
    },
  };
}
