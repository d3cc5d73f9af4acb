/** Runs a task when the page has shown what it is about to show; the result calls it off. */
export function afterPaint(task: () => void): () => void {
  let timer: number | undefined;
  // The frame's own callback still comes before it is painted.
  const frame = requestAnimationFrame(() => (timer = window.setTimeout(task)));
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}
