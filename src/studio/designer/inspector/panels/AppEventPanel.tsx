import { outPortsOf } from '../../../../flow/manifest.ts';
import { catalogue } from '../../../catalogue.ts';
import { useDocument } from '../../document/document-context.ts';
import { FieldsFound } from './FieldsFound.tsx';
import { Snippets } from './Snippets.tsx';

/** Below an app event's settings: the fields of its example, and how to send it. */
export function AppEventPanel({ componentId }: { componentId: string }) {
  const node = useDocument((state) => state.descriptor[componentId]);
  const event = textOf(node?.config?.properties?.['event']);
  const example = textOf(node?.config?.properties?.['eventDataExample']);
  const manifest = node && catalogue.component(node.type)?.manifest;
  const port = (manifest && outPortsOf(manifest)[0]?.name) ?? 'out';
  return (
    <>
      <FieldsFound componentId={componentId} port={port} example={example} />
      <Snippets event={event} example={example} origin={window.location.origin} />
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
