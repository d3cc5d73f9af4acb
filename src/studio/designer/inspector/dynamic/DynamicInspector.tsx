import type { ReactNode } from 'react';
import type { DynamicSource, Inspector } from '../../../../flow/manifest.ts';
import { wordedReply } from '../../../catalogue.ts';
import { useDocument } from '../../document/document-context.ts';
import { inspectorOfReply, mergeInspector } from './source-reply.ts';
import { SourceNote } from './SourceNote.tsx';
import { useSource } from './use-source.ts';

type Children = (inspector: Inspector, note: ReactNode) => ReactNode;

/** Gives its child an inspector; one with a `source` is completed by a static call. */
export function DynamicInspector(props: {
  componentId: string;
  /** Where the inspector stands in the manifest: `properties.inspector`. */
  path: string;
  declared: Inspector;
  source: DynamicSource | undefined;
  children: Children;
}) {
  const { source, children } = props;
  return source ? <Sourced {...props} source={source} /> : children(props.declared, null);
}

function Sourced(props: {
  componentId: string;
  path: string;
  declared: Inspector;
  source: DynamicSource;
  children: Children;
}) {
  const { componentId, path, declared } = props;
  const state = useSource(componentId, props.source);
  const type = useDocument(({ descriptor }) => descriptor[componentId]?.type);
  const made = inspectorOfReply(state.reply);
  return props.children(
    mergeInspector(declared, made && type !== undefined ? wordedReply(type, path, made) : made),
    <SourceNote state={state} />,
  );
}
