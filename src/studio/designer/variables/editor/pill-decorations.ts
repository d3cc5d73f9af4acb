import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { placeholderRanges } from '../placeholders.ts';
import type { PillView } from './pill-view.ts';
import { PillWidget } from './pill-widget.ts';

export type DescribePill = (id: string) => PillView;

/** Tells the editor anew what its pills show; needed whenever references or their sources change. */
export const setPillDescription = StateEffect.define<DescribePill>();

type Pills = { describe: DescribePill; decorations: DecorationSet };

const pills = StateField.define<Pills>({
  create: (state) => decorate(state.doc.toString(), unknownPill),
  update(value, transaction) {
    let { describe } = value;
    for (const effect of transaction.effects) if (effect.is(setPillDescription)) describe = effect.value;
    if (!transaction.docChanged && describe === value.describe) return value;
    return decorate(transaction.newDoc.toString(), describe);
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

/** Draws placeholders as pills, which the caret and the delete keys treat as one character. */
export function pillDecorations(): Extension {
  return pills;
}

function unknownPill(): PillView {
  return { label: '…', hint: '', modifiers: 0 };
}

function decorate(text: string, describe: DescribePill): Pills {
  const ranges = placeholderRanges(text).map(({ from, to, id }) =>
    Decoration.replace({ widget: new PillWidget(id, describe(id)) }).range(from, to),
  );
  return { describe, decorations: Decoration.set(ranges) };
}
