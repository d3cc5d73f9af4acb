/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** Evenly from 0 up to 1. */
  share(): number;
  /** A whole number from `least` up to `most`, both possible. */
  between(least: number, most: number): number;
  pick<T>(choices: readonly T[]): T;
};

/** Mulberry32: small, and good enough to choose moments. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(share() * (most - least + 1));
  return { share, between, pick: (choices) => choices[between(0, choices.length - 1)]! };
}
