/** Frames to wait for a card that comes into the page as the view moves to it: a second at most. */
const patience = 60;

/** Moves the focus to a card, as soon as it is in the page. */
export function focusCard(id: string, frames = patience): void {
  const card = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  if (card) card.focus();
  else if (frames > 0) requestAnimationFrame(() => focusCard(id, frames - 1));
}
