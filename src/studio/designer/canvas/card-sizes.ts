import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import type { Sizes } from '../../../flow/operations/arrange.ts';
import { cardPorts } from './card-ports.ts';
import { cardGeometry } from './card-size.ts';

/** The sizes of cards, by id, without looking at the page. */
export function cardSizes(
  descriptor: Descriptor,
  catalogue: Catalogue,
  ids = Object.keys(descriptor),
): Sizes {
  return Object.fromEntries(
    ids.map((id) => {
      const { width, height } = cardGeometry(cardPorts(descriptor, catalogue, id));
      return [id, { width, height }];
    }),
  );
}
