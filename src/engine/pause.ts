import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets others have their turns of the event loop while much is done at once. */
export type Pause = {
  /** It has kept the event loop to itself for long enough. */
  isDue(): boolean;
  take(): Promise<void>;
};

/** So long may one piece of work keep the event loop to itself, in milliseconds. */
const longest = 10;

/** Counts the turns of the event loop, while somebody asks. */
let turn = 0;
let counting = false;
function currentTurn(): number {
  if (!counting) {
    counting = true;
    setImmediate(() => {
      counting = false;
      turn += 1;
    });
  }
  return turn;
}

/** Who takes a pause stands in this line: each goes on in a turn of its own. */
let line: Promise<void> = Promise.resolve();

/** @param passed milliseconds of a clock that only goes on */
export function createPause(passed: () => number = () => performance.now()): Pause {
  let began = { turn: currentTurn(), at: passed() };
  return {
    isDue() {
      const now = currentTurn();
      // It waited for something, and others had their turns.
      if (now !== began.turn) began = { turn: now, at: passed() };
      return passed() - began.at >= longest;
    },
    take: () => (line = line.then(() => nextTurn())),
  };
}
