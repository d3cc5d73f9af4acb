import { VisuallyHidden } from '@mantine/core';
import { usePage } from '../ui/use-page.ts';
import { ChangesTold } from './announce/ChangesTold.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { useShortcuts } from './commands/use-shortcuts.ts';
import classes from './Designer.module.css';
import { useDocument } from './document/document-context.ts';
import { Outline } from './outline/Outline.tsx';
import { DesignerPopups } from './menus/DesignerPopups.tsx';
import { InspectorPanel } from './panels/InspectorPanel.tsx';
import { PalettePanel } from './panels/PalettePanel.tsx';
import { useNarrow, usePanels, usePanelsStore } from './panels/panels-context.ts';
import { ProblemsPanel } from './problems/ProblemsPanel.tsx';
import { TestArea } from './test-run/TestArea.tsx';
import { ConflictBanner } from './topbar/ConflictBanner.tsx';
import { PublishDialog } from './topbar/PublishDialog.tsx';
import { TopBar } from './topbar/TopBar.tsx';
import { usePartsLoaded } from './use-parts-loaded.ts';
import { useSurroundings } from './use-surroundings.ts';
import { VersionsDialog } from './versions/VersionsDialog.tsx';

/** Palette left, canvas, inspector right; where there is no room for that the panels lie over the canvas. */
export function DesignerLayout() {
  useShortcuts();
  usePartsLoaded();
  const name = useDocument((state) => state.name);
  const heading = usePage(name);
  const narrow = useNarrow();
  const panels = usePanelsStore();
  const overlay = usePanels((state) => state.overlay);
  const paletteOpen = usePanels((state) => state.paletteOpen);
  const inspectorOpen = usePanels((state) => state.inspectorOpen);
  const outlineOpen = usePanels((state) => state.outlineOpen);
  const problemsOpen = usePanels((state) => state.problemsOpen);
  const around = useSurroundings();
  const showPalette = narrow ? overlay === 'palette' : paletteOpen;
  const showInspector = narrow ? overlay === 'inspector' : inspectorOpen;

  return (
    <div className={classes.designer} data-narrow={narrow || undefined}>
      <TopBar />
      <ConflictBanner />
      <div className={classes.body}>
        {showPalette && <PalettePanel narrow={narrow} filled={around} />}
        <main
          className={classes.middle}
          onPointerDownCapture={() => narrow && panels.getState().show(undefined)}
        >
          <VisuallyHidden component="h1" ref={heading} tabIndex={-1}>
            {name}
          </VisuallyHidden>
          <div className={classes.view} data-panel="flow">
            {/* Below the outline the canvas stays as it is, out of reach. */}
            <div inert={outlineOpen}>
              <Canvas />
            </div>
            {outlineOpen && <Outline />}
          </div>
          {problemsOpen && <ProblemsPanel />}
        </main>
        {showInspector && <InspectorPanel narrow={narrow} filled={around} />}
      </div>
      {around && (
        <>
          <TestArea />
          <ChangesTold />
          <PublishDialog />
          <DesignerPopups />
          <VersionsDialog />
        </>
      )}
    </div>
  );
}
