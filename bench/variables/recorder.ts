/** What the page itself records; installed before any script of the page runs. Times in ms since navigation. */
declare global {
  interface Window {
    variablesBench: {
      longTasks: { start: number; duration: number }[];
      /** When the shortcut was pressed, and when the rows of the picker had been painted after it. */
      pressed?: number;
      shown?: number;
    };
  }
}

/** Runs in the page, so it may refer to nothing outside itself. */
export function record(): void {
  const bench: Window['variablesBench'] = { longTasks: [] };
  window.variablesBench = bench;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      bench.longTasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  // oxlint-disable-next-line unicorn/consistent-function-scoping -- outside, it would not be in the page
  const look = () => {
    if (!document.querySelector('[role="treeitem"]')) requestAnimationFrame(look);
    // A task after the frame they were there in: they have been painted.
    else setTimeout(() => (bench.shown = performance.now()));
  };
  window.addEventListener(
    'keydown',
    ({ code, ctrlKey, timeStamp }) => {
      if (code !== 'Space' || !ctrlKey) return;
      bench.pressed = timeStamp;
      delete bench.shown;
      requestAnimationFrame(look);
    },
    true,
  );
}
