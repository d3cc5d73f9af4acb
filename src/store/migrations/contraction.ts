/**
 * A migration that takes something away, once no process uses it any more, says so in its name, and which migration a
 * process must know that may still be at work beside it: `0015_contract_0012_old_places`.
 */
const contraction = /^\d{4}_contract_(\d{4})_/;

/** The number of the newest migration that a process has to know to work on a database with this one. */
export function leastBeside(name: string): string | undefined {
  return contraction.exec(name)?.[1];
}
