import { ViewportPortal } from '@xyflow/react';
import { cardWidth } from '../../../flow/placement.ts';
import { useDocument } from '../document/document-context.ts';
import { usePanels } from '../panels/panels-context.ts';
import { usePopup } from './popups.ts';
import { RenameInput } from './RenameInput.tsx';

/** px from a card's corner to its label's */
const left = 54;
const top = 8;

/** A field over a card's label; on the canvas, so that it moves and grows with the card. The outline has its own, in the row. */
export function RenameField() {
  const popup = usePopup('rename');
  const outlineOpen = usePanels((state) => state.outlineOpen);
  return popup && !outlineOpen && <OpenField key={popup.componentId} componentId={popup.componentId} />;
}

function OpenField({ componentId }: { componentId: string }) {
  const node = useDocument((state) => state.descriptor[componentId]);
  return (
    node && (
      <ViewportPortal>
        <RenameInput
          componentId={componentId}
          className="nodrag nopan"
          style={{
            position: 'absolute',
            transform: `translate(${node.x + left}px, ${node.y + top}px)`,
            zIndex: 2000,
            pointerEvents: 'all',
          }}
          width={cardWidth - left - 8}
        />
      </ViewportPortal>
    )
  );
}
