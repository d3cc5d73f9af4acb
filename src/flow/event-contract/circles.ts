/** What is said of the same value, by the agreements that it is made of. */
type Composed<Agreement> = { allOf?: Agreement[]; anyOf?: Agreement[] };

/**
 * Takes out, in place, what leads from an agreement back to itself for the same value: it would say nothing but itself.
 * Gives whether there was any. What is in no circle can be followed and comes to an end.
 */
export function withoutCircles<Agreement extends Composed<Agreement>>(
  agreements: readonly Agreement[],
): boolean {
  const done = new Set<Agreement>();
  const open = new Set<Agreement>();
  let found = false;
  for (const start of agreements) {
    const path: { agreement: Agreement; rest: Agreement[] }[] = [];
    const enter = (agreement: Agreement) => {
      open.add(agreement);
      path.push({ agreement, rest: [...(agreement.allOf ?? []), ...(agreement.anyOf ?? [])] });
    };
    if (!done.has(start)) enter(start);
    for (let at = path.at(-1); at; at = path.at(-1)) {
      const next = at.rest.pop();
      if (!next) {
        done.add(at.agreement);
        open.delete(at.agreement);
        path.pop();
      } else if (open.has(next)) {
        cut(at.agreement, next);
        found = true;
      } else if (!done.has(next)) enter(next);
    }
  }
  return found;
}

function cut<Agreement extends Composed<Agreement>>(agreement: Agreement, next: Agreement): void {
  agreement.allOf &&= agreement.allOf.filter((part) => part !== next);
  // An alternative that is the whole itself lets everything pass.
  if (agreement.anyOf?.includes(next)) delete agreement.anyOf;
}
