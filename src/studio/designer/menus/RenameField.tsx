import { TextInput } from '@mantine/core';
import { ViewportPortal } from '@xyflow/react';
import { useState } from 'react';
import { setLabel } from '../../../flow/operations/set-label.ts';
import { cardWidth } from '../../../flow/placement.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { menusText as text } from '../../text/english/menus.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { usePopup, usePopups } from './popups.ts';

/** px from a card's corner to its label's */
const left = 54;
const top = 8;

/** A field over a card's label; on the canvas, so that it moves and grows with the card. */
export function RenameField() {
  const popup = usePopup('rename');
  return popup && <OpenField key={popup.componentId} componentId={popup.componentId} />;
}

function OpenField({ componentId }: { componentId: string }) {
  const store = useDocumentStore();
  const popups = usePopups();
  const node = useDocument((state) => state.descriptor[componentId]);
  const [label, setText] = useState(node?.label ?? '');
  if (!node) return null;

  const { label: _, ...unnamed } = node;
  const typeName = componentLabel({ [componentId]: unnamed }, catalogue, componentId);
  const close = () => popups.getState().close();
  const commit = () => {
    // Closing takes the focus away, which commits once more.
    if (popups.getState().popup?.kind !== 'rename') return;
    close();
    store.getState().apply(setLabel({ componentId, label }));
  };
  return (
    <ViewportPortal>
      <TextInput
        className="nodrag nopan"
        style={{
          position: 'absolute',
          transform: `translate(${node.x + left}px, ${node.y + top}px)`,
          zIndex: 2000,
          pointerEvents: 'all',
        }}
        size="xs"
        w={cardWidth - left - 8}
        autoFocus
        aria-label={text('rename', {
          component: componentLabel({ [componentId]: node }, catalogue, componentId),
        })}
        placeholder={typeName}
        maxLength={200}
        value={label}
        onChange={(event) => setText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') commit();
          else close();
          focusFlow();
        }}
      />
    </ViewportPortal>
  );
}
