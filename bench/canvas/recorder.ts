/** What the page itself records; installed before any script of the page runs. Times in ms since navigation. */
declare global {
  interface Window {
    bench: {
      /** When the first cards were painted in view. */
      firstCards?: number;
      longTasks: { start: number; duration: number }[];
      /** When each frame since the last reset began. */
      frames: number[];
    };
  }
}

/** Runs in the page, so it may refer to nothing outside itself. */
export function record(wanted: number): void {
  const bench: Window['bench'] = { longTasks: [], frames: [] };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      bench.longTasks.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });

  let shown = 0;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- outside, it would not be in the page
  const inView = (card: Element) => {
    const box = card.getBoundingClientRect();
    const visible = box.width > 0 && getComputedStyle(card).visibility === 'visible';
    return visible && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  };
  const frame = (time: number) => {
    bench.frames.push(time);
    if (bench.firstCards === undefined) {
      // A frame later than they are there, they have been painted.
      if (shown >= wanted) bench.firstCards = performance.now();
      else {
        const cards = [...document.querySelectorAll('.react-flow__node')].slice(0, 4 * wanted);
        shown = cards.filter(inView).length;
      }
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
