import type { ReactNode } from 'react';
import type { DynamicSource, Inspector } from '../../../../flow/manifest.ts';
import { inspectorOfReply, mergeInspector } from './source-reply.ts';
import { SourceNote } from './SourceNote.tsx';
import { useSource } from './use-source.ts';

type Children = (inspector: Inspector, note: ReactNode) => ReactNode;

/** Gives its child an inspector; one with a `source` is completed by a static call. */
export function DynamicInspector(props: {
  componentId: string;
  declared: Inspector;
  source: DynamicSource | undefined;
  children: Children;
}) {
  const { source, children } = props;
  return source ? <Sourced {...props} source={source} /> : children(props.declared, null);
}

function Sourced(props: {
  componentId: string;
  declared: Inspector;
  source: DynamicSource;
  children: Children;
}) {
  const state = useSource(props.componentId, props.source);
  return props.children(
    mergeInspector(props.declared, inspectorOfReply(state.reply)),
    <SourceNote state={state} />,
  );
}
