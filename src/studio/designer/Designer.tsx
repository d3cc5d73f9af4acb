import { ReactFlowProvider } from '@xyflow/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiFailure } from '../api/call.ts';
import { useCustomModifiers } from '../api/modifiers.ts';
import { NotFound } from '../shell/NotFound.tsx';
import { Shell } from '../shell/Shell.tsx';
import { designerText as text } from '../text/english/designer.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { ScreenLoading } from '../ui/ScreenLoading.tsx';
import { CanvasContext } from './canvas/canvas-context.ts';
import { createCanvasStore } from './canvas/canvas-store.ts';
import { DesignerLayout } from './DesignerLayout.tsx';
import { documents } from './document/browser-documents.ts';
import { DocumentProvider } from './document/DocumentProvider.tsx';
import { createPopups, PopupsContext } from './menus/popups.ts';
import { forgetOpenedAhead, openedAhead } from './open-ahead.ts';
import { PanelsContext } from './panels/panels-context.ts';
import { createPanelsStore } from './panels/panels-store.ts';
import { TestContext } from './test-run/test-context.ts';
import { createTestStore } from './test-run/test-store.ts';

/** Where an author draws a flow. */
export default function Designer({ flowId }: { flowId: string }) {
  // Opened anew on every visit and never in between: from then on the open document is the truth.
  const [ahead] = useState(() => openedAhead(flowId));
  const flow = useQuery({
    queryKey: ['designer', flowId],
    queryFn: () => documents.open(flowId),
    enabled: ahead === undefined,
    structuralSharing: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (count, error) => !isAbsent(error) && count < 2,
  });
  const opened = ahead ?? flow.data;
  useEffect(() => {
    forgetOpenedAhead();
    return opened && documents.hold(opened);
  }, [opened]);
  // A flow may use them, so they are known before it is checked; without them the Designer is of use, too.
  const { isPending: modifiersPending } = useCustomModifiers();
  const [panels] = useState(() => createPanelsStore(localStorage));
  const [popups] = useState(createPopups);
  const [canvas] = useState(createCanvasStore);
  const [testRun] = useState(createTestStore);

  if (flow.error) {
    return (
      <Shell>
        {isAbsent(flow.error) ? (
          <NotFound />
        ) : (
          <ErrorState title={text('notLoaded')} error={flow.error} retry={flow.refetch} />
        )}
      </Shell>
    );
  }
  if (!opened || modifiersPending) return <ScreenLoading />;
  return (
    <DocumentProvider key={flowId} opened={opened}>
      <PanelsContext value={panels}>
        <TestContext value={testRun}>
          <ReactFlowProvider>
            <PopupsContext value={popups}>
              <CanvasContext value={canvas}>
                <DesignerLayout />
              </CanvasContext>
            </PopupsContext>
          </ReactFlowProvider>
        </TestContext>
      </PanelsContext>
    </DocumentProvider>
  );
}

/** Not there, or not the user's: nobody learns which. */
function isAbsent(error: Error | null): boolean {
  return error instanceof ApiFailure && (error.status === 404 || error.status === 400);
}
