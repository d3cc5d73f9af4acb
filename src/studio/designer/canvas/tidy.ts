import { message } from '../../../flow/messages/message.ts';
import { moveComponents } from '../../../flow/operations/move-components.ts';
import { catalogue } from '../../catalogue.ts';
import type { DocumentStore } from '../document/document-store.ts';
import type { CanvasStore } from './canvas-store.ts';
import { cardSizes } from './card-sizes.ts';

/**
 * Lays out the selected components, all when fewer than two are selected, as one step of undo. The layout engine is
 * loaded when it is first wanted; what the author changes meanwhile is laid out too.
 */
export async function tidy(document: DocumentStore, canvas: CanvasStore): Promise<void> {
  const { tidyLayout } = await import('./tidy-layout.ts');
  const { descriptor, selection } = document.getState();
  const ids = selection.length > 1 ? selection : Object.keys(descriptor);
  const sizes = cardSizes(descriptor, catalogue, ids);
  canvas.getState().setGliding(true);
  const positions = tidyLayout({ descriptor, catalogue, ids, sizes });
  document.getState().apply({ ...moveComponents({ positions }), name: message('operation.tidy') });
}
