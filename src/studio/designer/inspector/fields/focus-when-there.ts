/**
 * Focuses what `find` gives as soon as there is something, as an editor comes a moment after its row; unless the focus has
 * been moved elsewhere meanwhile. Gives what ends the waiting.
 */
export function focusWhenThere(
  within: HTMLElement,
  find: () => HTMLElement | null | undefined,
  done?: () => void,
): () => void {
  const { ownerDocument } = within;
  const before = ownerDocument.activeElement;
  const tryFocus = () => {
    const control = find();
    control?.focus();
    if (control) done?.();
    return Boolean(control);
  };
  if (tryFocus()) return () => undefined;
  const observer = new MutationObserver(() => {
    const { activeElement, body } = ownerDocument;
    const isElsewhere =
      activeElement !== null &&
      activeElement !== body &&
      activeElement !== before &&
      !within.contains(activeElement);
    if (isElsewhere || tryFocus()) observer.disconnect();
  });
  observer.observe(within, { childList: true, subtree: true });
  return () => observer.disconnect();
}
