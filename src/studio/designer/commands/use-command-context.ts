import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useOpenDocument } from '../document/document-context.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import type { CommandContext } from './command.ts';
import { startFlow, stopFlow } from './flow-actions.ts';

/** The open document and its surroundings, for `command.run`. */
export function useCommandContext(): CommandContext {
  const document = useOpenDocument();
  const panels = usePanelsStore();
  const viewport = useReactFlow();
  const narrow = useNarrow();
  return useMemo(
    () => ({
      document,
      panels,
      viewport,
      narrow,
      startFlow: () => startFlow(document, panels),
      stopFlow: () => stopFlow(document),
      newId: () => crypto.randomUUID(),
    }),
    [document, panels, viewport, narrow],
  );
}
