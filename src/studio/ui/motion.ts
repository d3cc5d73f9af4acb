/** The milliseconds a movement takes that is not made by a style sheet: none for who asked the system for less motion. */
export function motion(milliseconds: number): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
}
