/** Editors that hand over what was typed when typing rests. */
const editors = new Set<() => void>();

/** An editor that holds text back, and how it hands that over at once; the result ends it. */
export function holdsText(handOver: () => void): () => void {
  editors.add(handOver);
  return () => editors.delete(handOver);
}

/** Before something takes the place of what editors show, or asks about it: what was typed last is in the document then. */
export function handOverText(): void {
  for (const handOver of editors) handOver();
}
