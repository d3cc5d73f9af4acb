import { inputLabel } from '../../../../flow/manifest.ts';
import { setProperty } from '../../../../flow/operations/set-property.ts';
import { catalogue } from '../../../catalogue.ts';
import { useDocumentStore } from '../../document/document-context.ts';
import { handOverText } from '../../document/held-text.ts';
import { confirmImpact } from '../../impact/confirm-impact.ts';

const property = 'eventDataExample';

/**
 * Gives what replaces a component's example by another JSON text, as one undo step. Its author is asked first when
 * mappings break: it resolves to whether the example is now the text.
 */
export function useApplyExample(componentId: string): (text: string) => Promise<boolean> {
  const store = useDocumentStore();
  return async (text) => {
    const node = store.getState().descriptor[componentId];
    const manifest = node && catalogue.component(node.type)?.manifest;
    const input = manifest?.properties?.inspector?.inputs?.[property];
    const confirmed = await confirmImpact(
      store,
      setProperty({ componentId, name: property, value: text, title: inputLabel(property, input) }),
    );
    // What is typed at this moment gives way, too, but can be brought back.
    handOverText();
    if (confirmed) store.getState().apply(confirmed);
    return confirmed !== undefined;
  };
}
