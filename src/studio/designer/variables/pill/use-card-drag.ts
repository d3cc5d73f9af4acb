import { type ComponentProps, type RefObject, useState } from 'react';

type Grip = Pick<
  ComponentProps<'span'>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>;

/** Which card is dragged, and the place it would take. */
export type CardDrag = { from: number; to: number };

/**
 * Cards of a list that are moved by a grip, from one place to another at the moment of letting go. Whatever cancels a pointer
 * leaves them as they are.
 */
export function useCardDrag(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): { drag: CardDrag | undefined; gripOf: (index: number) => Grip } {
  const [drag, setDrag] = useState<CardDrag>();
  const gripOf = (index: number): Grip => ({
    onPointerDown(event) {
      if (event.button !== 0) return;
      // Nothing is selected by it, and the focus stays.
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove({ clientY }) {
      if (drag) setDrag({ from: drag.from, to: placeAt(list.current, drag.from, clientY) });
    },
    onPointerUp() {
      setDrag(undefined);
      if (drag && drag.from !== drag.to) onMove(drag.from, drag.to);
    },
    onPointerCancel: () => setDrag(undefined),
  });
  return { drag, gripOf };
}

/** As many other cards have their middle above the pointer. */
function placeAt(list: HTMLElement | null, from: number, y: number): number {
  const cards = [...(list?.querySelectorAll('[data-modifier]') ?? [])];
  return cards.filter((card, index) => {
    const { top, height } = card.getBoundingClientRect();
    return index !== from && top + height / 2 < y;
  }).length;
}
