import type { ReactNode } from 'react';
import type { DynamicSource, InspectorInput } from '../../../../flow/manifest.ts';
import { inputWithReply } from './source-reply.ts';
import { SourceNote } from './SourceNote.tsx';
import { useSource } from './use-source.ts';

/** Gives its child the input as a static call made it, and a line on how the call fares. */
export function SourcedField(props: {
  componentId: string;
  name: string;
  input: InspectorInput;
  source: DynamicSource;
  children: (input: InspectorInput, note: ReactNode) => ReactNode;
}) {
  const state = useSource(props.componentId, props.source);
  return props.children(inputWithReply(props.name, props.input, state.reply), <SourceNote state={state} />);
}
