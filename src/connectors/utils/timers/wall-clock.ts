import { instantOf, offsetAt, utcOf, type Wall, wallOf } from '../../../flow/modifiers/time/zone.ts';

/**
 * The moment at which the clocks of a zone show this: of a time that comes twice the first one, and for a time that they
 * leave out the moment at which they jump over it.
 */
export function momentOf(wall: Wall, zone: string): Date {
  const moment = instantOf(wall, zone);
  const shown = utcOf(wallOf(moment, zone));
  const jumped = shown - utcOf(wall);
  return jumped > 0 ? jumpBefore(moment, jumped, zone) : moment;
}

/** The clocks jumped within the time before this moment: when. */
function jumpBefore(moment: Date, withinMs: number, zone: string): Date {
  const after = offsetAt(moment.getTime(), zone);
  let early = moment.getTime() - withinMs - 1;
  let late = moment.getTime();
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle, zone) === after) late = middle;
    else early = middle;
  }
  return new Date(late);
}
