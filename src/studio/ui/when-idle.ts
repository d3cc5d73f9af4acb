/** ms that a task may take at a time: a frame has 16. */
const longestTurn = 8;
/** ms within which it gets a turn, though the page is never idle. */
const longestWait = 500;

/** Runs a task when the page has nothing else to do; the result calls it off. */
export function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(task, 1);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(task, { timeout: longestWait });
  return () => cancelIdleCallback(idle);
}

/** Goes through the steps in turns while the page is idle, to their end; the result calls it off. */
export function idly(steps: Iterator<unknown>): () => void {
  const turn = () => {
    const end = performance.now() + longestTurn;
    while (performance.now() < end) if (steps.next().done) return;
    callOff = whenIdle(turn);
  };
  let callOff = whenIdle(turn);
  return () => callOff();
}
