import { VisuallyHidden } from '@mantine/core';
import { usePage } from '../ui/use-page.ts';
import { Canvas } from './canvas/Canvas.tsx';
import { useShortcuts } from './commands/use-shortcuts.ts';
import classes from './Designer.module.css';
import { useDocument } from './document/document-context.ts';
import { Palette } from './palette/Palette.tsx';
import { InspectorPanel } from './panels/InspectorPanel.tsx';
import { useNarrow, usePanels, usePanelsStore } from './panels/panels-context.ts';
import { ConflictBanner } from './topbar/ConflictBanner.tsx';
import { PublishDialog } from './topbar/PublishDialog.tsx';
import { TopBar } from './topbar/TopBar.tsx';

/** Palette left, canvas, inspector right; where there is no room for that the panels lie over the canvas. */
export function DesignerLayout() {
  useShortcuts();
  const name = useDocument((state) => state.name);
  const heading = usePage(name);
  const narrow = useNarrow();
  const panels = usePanelsStore();
  const overlay = usePanels((state) => state.overlay);
  const paletteOpen = usePanels((state) => state.paletteOpen);
  const inspectorOpen = usePanels((state) => state.inspectorOpen);
  const showPalette = narrow ? overlay === 'palette' : paletteOpen;
  const showInspector = narrow ? overlay === 'inspector' : inspectorOpen;

  return (
    <div className={classes.designer} data-narrow={narrow || undefined}>
      <TopBar />
      <ConflictBanner />
      <div className={classes.body}>
        {showPalette && (
          <aside className={classes.palette} aria-label="Components">
            <Palette />
          </aside>
        )}
        <main
          className={classes.middle}
          onPointerDownCapture={() => narrow && panels.getState().show(undefined)}
        >
          <VisuallyHidden component="h1" ref={heading} tabIndex={-1}>
            {name}
          </VisuallyHidden>
          <Canvas />
        </main>
        {showInspector && <InspectorPanel narrow={narrow} />}
      </div>
      <PublishDialog />
    </div>
  );
}
