type Example = string | number | boolean;

/** Characters up to which a longer example tells more; one above the second limit is not kept. */
const tellingLength = 80;
const longestExample = 200;

/**
 * The one to show of two values seen at a place. The choice depends on the two alone, whichever came first: the one that
 * tells more, which is the longer one up to a line's length; among equals the first in order.
 */
export function betterExample(a: Example | undefined, b: Example | undefined): Example | undefined {
  const [first, second] = [worthOf(a), worthOf(b)];
  if (!second) return first && a;
  if (!first) return b;
  if (first.worth !== second.worth) return first.worth > second.worth ? a : b;
  return first.text <= second.text ? a : b;
}

function worthOf(value: Example | undefined): { worth: number; text: string } | undefined {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  if (text.length > longestExample) return undefined;
  return { worth: text.length <= tellingLength ? text.length : 0, text };
}
