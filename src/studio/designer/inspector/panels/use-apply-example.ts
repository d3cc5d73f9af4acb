import { inputLabel } from '../../../../flow/manifest.ts';
import { setProperty } from '../../../../flow/operations/set-property.ts';
import { catalogue } from '../../../catalogue.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { applyConfirmed } from '../../impact/confirm-impact.ts';

const property = 'eventDataExample';

/** Gives what replaces a component's example by another JSON text, as one undo step; its author is asked first when mappings break. */
export function useApplyExample(componentId: string): (text: string) => void {
  const store = useDocumentStore();
  return (text) => {
    const node = store.getState().descriptor[componentId];
    const manifest = node && catalogue.component(node.type)?.manifest;
    const input = manifest?.properties?.inspector?.inputs?.[property];
    applyConfirmed(
      store,
      setProperty({ componentId, name: property, value: text, title: inputLabel(property, input) }),
    );
  };
}
