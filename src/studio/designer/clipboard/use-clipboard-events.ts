import { useEffect } from 'react';
import { message } from '../../../flow/messages/message.ts';
import { removeSelected } from '../commands/delete-selection.ts';
import { focusOf } from '../commands/focus-of.ts';
import { useCommandContext } from '../commands/use-command-context.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { pasteText, selectedClip } from './paste.ts';
import { watchPointer } from './pointer.ts';

/**
 * Copy, cut and paste by the browser's own keys and menus: these events carry the clipboard with them, so no leave is
 * needed. Where text is edited or selected they are the browser's.
 */
export function useClipboardEvents(): void {
  const context = useCommandContext();
  useEffect(() => {
    const copy = (event: ClipboardEvent): boolean => {
      const text = isOurs(event) && !hasSelectedText() ? selectedClip(context) : undefined;
      if (text === undefined || !event.clipboardData) return false;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      return true;
    };
    const onCopy = (event: ClipboardEvent) => void copy(event);
    const onCut = (event: ClipboardEvent) => {
      if (!copy(event)) return;
      const { store } = context.document;
      applyConfirmed(store, { ...removeSelected(store.getState()), name: message('operation.cut') });
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(event) || !event.clipboardData) return;
      event.preventDefault();
      pasteText(event.clipboardData.getData('text/plain'), context);
    };
    const unwatch = watchPointer();
    window.addEventListener('copy', onCopy);
    window.addEventListener('cut', onCut);
    window.addEventListener('paste', onPaste);
    return () => {
      unwatch();
      window.removeEventListener('copy', onCopy);
      window.removeEventListener('cut', onCut);
      window.removeEventListener('paste', onPaste);
    };
  }, [context]);
}

function isOurs(event: ClipboardEvent): boolean {
  return !event.defaultPrevented && focusOf(event.target) === 'designer';
}

function hasSelectedText(): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.toString() !== '';
}
