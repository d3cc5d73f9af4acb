/**
 * Runs what was chosen in a popup when the popup is gone: what it opens may take the focus, which the popup, closing,
 * would give back to the canvas.
 */
export function afterClosing(task: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(task));
}
