import type { Link } from '../../../flow/graph.ts';

/** A link as one text, to be the id of its edge. Readable back whatever the ids and port names contain. */
export function linkId({ from, outPort, to, inPort }: Link): string {
  return JSON.stringify([from, outPort, to, inPort]);
}

/** The link of an id that `linkId` made. */
export function linkOfId(id: string): Link {
  const [from, outPort, to, inPort] = JSON.parse(id) as [string, string, string, string];
  return { from, outPort, to, inPort };
}
