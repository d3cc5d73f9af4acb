import { type ClipboardEvent, type DragEvent, type MouseEvent, useMemo, useRef } from 'react';

/**
 * Which edits of a form belong to one undo step: those typed in one visit of one control. A switch, a choice, a row that
 * comes, goes or moves, and what is pasted, cut, dropped or put in place by a button (`data-whole`) are steps by
 * themselves.
 */
export function useTyping() {
  const whole = useRef<string>(undefined);
  const ending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const visit = useRef(0);
  return useMemo(() => {
    const markWhole = (text: string) => {
      whole.current = text;
      clearTimeout(ending.current);
      ending.current = setTimeout(() => {
        whole.current = undefined;
      });
    };
    const markClipped = ({ clipboardData }: ClipboardEvent) => markWhole(clipboardData.getData('text/plain'));
    return {
      handlers: {
        onFocusCapture: () => void visit.current++,
        onPasteCapture: markClipped,
        onCutCapture: markClipped,
        onDropCapture: ({ dataTransfer }: DragEvent) => markWhole(dataTransfer.getData('text/plain')),
        onClickCapture({ target }: MouseEvent) {
          if (target instanceof Element && target.closest('[data-whole]')) markWhole('');
        },
      },
      markWhole,
      /** What joins an edit of this moment to the one before; undefined for a step of its own. */
      stepOf: (field: string): string | undefined =>
        whole.current === undefined && takesTyping(document.activeElement)
          ? `${field} ${visit.current}`
          : undefined,
      /** The text that this moment's edit pastes or drops; undefined for one that is typed. */
      pasted: () => whole.current,
    };
  }, []);
}

const typable =
  'textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=file], [aria-haspopup=listbox])';

/** A select's control is an input too, though what one types there only searches. */
function takesTyping(element: Element | null): boolean {
  return element?.matches(typable) ?? false;
}
