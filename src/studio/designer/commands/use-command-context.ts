import { useReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import { useCanvasStore } from '../canvas/canvas-context.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { pointOnCanvas } from '../clipboard/pointer.ts';
import { systemClipboard } from '../clipboard/system-clipboard.ts';
import { useOpenDocument } from '../document/document-context.ts';
import { saveFile } from '../../ui/save-file.ts';
import { usePopups } from '../menus/popups.ts';
import { useNarrow, usePanelsStore } from '../panels/panels-context.ts';
import { useGoToProblem } from '../problems/use-go-to-problem.ts';
import { useTestStore } from '../test-run/test-context.ts';
import type { CommandContext } from './command.ts';
import { startFlow, stopFlow } from './flow-actions.ts';

/** The open document and its surroundings, for `command.run`. */
export function useCommandContext(): CommandContext {
  const document = useOpenDocument();
  const panels = usePanelsStore();
  const testRun = useTestStore();
  const viewport = useReactFlow();
  const canvas = useCanvasStore();
  const reveal = useReveal();
  const popups = usePopups();
  const narrow = useNarrow();
  const goToProblem = useGoToProblem();
  return useMemo(
    () => ({
      document,
      panels,
      testRun,
      viewport,
      canvas,
      reveal,
      narrow,
      startFlow: () => startFlow(document, panels),
      stopFlow: () => stopFlow(document),
      goToProblem,
      popups,
      clipboard: systemClipboard,
      place: () => viewport.screenToFlowPosition(pointOnCanvas()),
      saveFile,
      newId: () => crypto.randomUUID(),
    }),
    [document, panels, popups, testRun, viewport, canvas, reveal, narrow, goToProblem],
  );
}
