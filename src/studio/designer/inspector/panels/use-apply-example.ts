import { inputLabel } from '../../../../flow/manifest.ts';
import { setProperty } from '../../../../flow/operations/set-property.ts';
import { catalogue } from '../../../catalogue.ts';
import { useDocumentStore } from '../../document/document-context.ts';

const property = 'eventDataExample';

/** Gives what replaces a component's example by another JSON text, as one undo step. */
export function useApplyExample(componentId: string): (text: string) => void {
  const store = useDocumentStore();
  return (text) => {
    const document = store.getState();
    const node = document.descriptor[componentId];
    const manifest = node && catalogue.component(node.type)?.manifest;
    const input = manifest?.properties?.inspector?.inputs?.[property];
    document.apply(
      setProperty({ componentId, name: property, value: text, title: inputLabel(property, input) }),
    );
  };
}
