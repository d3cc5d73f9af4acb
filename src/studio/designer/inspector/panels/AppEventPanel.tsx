import { outPortsOf } from '../../../../flow/manifest.ts';
import { catalogue } from '../../../catalogue.ts';
import { useDocument } from '../../document/document-context.ts';
import { useSample } from '../../json/use-sample.ts';
import { ChangedEvents } from './ChangedEvents.tsx';
import { FieldsFound } from './FieldsFound.tsx';
import { RealEvents } from './RealEvents.tsx';
import { Snippets } from './Snippets.tsx';

/** Below an app event's settings: where its example can come from, the fields of it, and how to send it. */
export function AppEventPanel({ componentId }: { componentId: string }) {
  const node = useDocument((state) => state.descriptor[componentId]);
  const event = textOf(node?.config?.properties?.['event']);
  const example = textOf(node?.config?.properties?.['eventDataExample']);
  const manifest = node && catalogue.component(node.type)?.manifest;
  const port = (manifest && outPortsOf(manifest)[0]?.name) ?? 'out';
  const sample = useSample(example);
  const data = sample.reading?.ok ? (sample.text ?? '').trim() : '{}';
  return (
    <>
      <ChangedEvents event={event} />
      <RealEvents key={event} componentId={componentId} event={event} />
      <FieldsFound componentId={componentId} port={port} example={example} sample={sample} />
      <Snippets event={event} data={data} origin={window.location.origin} />
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
