import { useEffect } from 'react';
import type { FlowNode } from '../../../flow/descriptor.ts';
import { type ComponentManifest, isTrigger } from '../../../flow/manifest.ts';
import type { Problem } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { eventProperty } from '../impact/held-names.ts';
import { ImpactNotice } from '../impact/ImpactNotice.tsx';
import { useImpacts } from '../impact/impacts.ts';
import { PublishedEvent } from '../impact/PublishedEvent.tsx';
import { RenamedListener } from '../impact/RenamedListener.tsx';
import { replaceProperty, typeProperty } from '../impact/replace-property.ts';
import { useHeldName } from '../impact/use-held-name.ts';
import { DynamicInspector } from './dynamic/DynamicInspector.tsx';
import { FieldList } from './FieldList.tsx';
import { inspectorOf, requiredFields } from './inspector-of.ts';
import { panelOf } from './panels/registry.ts';

const none = {};
const place = { part: 'properties' } as const;

/** A component's own settings. */
export function PropertiesSection(props: {
  componentId: string;
  node: FlowNode;
  manifest: ComponentManifest;
  problems: readonly Problem[];
}) {
  const { componentId, node, manifest, problems } = props;
  const store = useDocumentStore();
  const held = useHeldName(componentId, node);
  const looked = useDocument((state) =>
    state.pending?.componentId === componentId ? state.pending : undefined,
  );
  const asked = useImpacts(({ question }) =>
    question?.about?.componentId === componentId ? question.about : undefined,
  );
  const pending = looked ?? asked;
  useEffect(() => () => store.getState().pending?.make(), [store]);
  const declared = inspectorOf(manifest.properties);
  const panel = panelOf(node.type);
  const properties = node.config?.properties ?? none;
  const isAhead = pending !== undefined || held.next !== undefined;
  const values = isAhead
    ? {
        ...properties,
        ...(pending && { [pending.name]: pending.value }),
        ...(held.next !== undefined && { [eventProperty]: held.next }),
      }
    : properties;
  const hasFields =
    Object.keys(declared.inputs ?? {}).length > 0 || manifest.properties?.source !== undefined;
  if (!hasFields && !panel) return null;
  const whoWaits = (
    <>
      <RenamedListener componentId={componentId} held={held} />
      <PublishedEvent componentId={componentId} node={node} />
    </>
  );
  return (
    <>
      {hasFields && (
        <DynamicInspector
          componentId={componentId}
          path="properties.inspector"
          declared={declared}
          source={manifest.properties?.source}
        >
          {(inspector, note) => (
            <>
              {note}
              <FieldList
                componentId={componentId}
                place={place}
                idPrefix={`properties-${componentId}`}
                inspector={inspector}
                required={requiredFields({ ...manifest.properties, inspector })}
                values={values}
                references={none}
                problems={problems.filter(({ place }) => place.part === 'properties')}
                {...(panel?.hints ? { hints: panel.hints() } : {})}
                {...(isTrigger(manifest) ? { below: { [eventProperty]: whoWaits } } : {})}
                onChange={({ name, title, value, coalesce, replaced }) => {
                  if (name === eventProperty && held.current !== undefined) {
                    return held.hold(typeof value === 'string' ? value : '');
                  }
                  const property = { componentId, name, title, value };
                  if (replaced) replaceProperty(store, property);
                  else typeProperty(store, property, coalesce ? { coalesce } : {});
                }}
              />
              {catalogue.component(node.type)?.outputs && <ImpactNotice componentId={componentId} />}
            </>
          )}
        </DynamicInspector>
      )}
      {panel && <panel.Panel componentId={componentId} />}
    </>
  );
}
