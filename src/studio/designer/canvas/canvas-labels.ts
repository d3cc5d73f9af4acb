import type { AriaLabelConfig } from '@xyflow/react';
import { canvasText as text } from '../../text/english/canvas.ts';

type Direction = 'left' | 'right' | 'up' | 'down';

/** What React Flow says to a screen reader. Its own controls and its map are not used. */
export function canvasLabels(): Partial<AriaLabelConfig> {
  return {
    'node.a11yDescription.default': text('spoken.onCard'),
    'node.a11yDescription.keyboardDisabled': text('spoken.onCardToRead'),
    'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
      text(`spoken.moved.${direction as Direction}`, { x, y }),
    'edge.a11yDescription.default': text('spoken.onLink'),
    'handle.ariaLabel': text('spoken.handle'),
  };
}
