import { lazy, Suspense } from 'react';
import { useClipboardEvents } from '../clipboard/use-clipboard-events.ts';
import { useComponentInUrl } from '../deep-link/use-component-in-url.ts';
import { ContextMenu } from './ContextMenu.tsx';
import { usePopup } from './popups.ts';
import { RenameField } from './RenameField.tsx';
import { useMenuGestures } from './use-menu-gestures.ts';

const CommandPalette = lazy(() => import('./CommandPalette.tsx'));
const ReplacePicker = lazy(() => import('./ReplacePicker.tsx'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet.tsx'));
const ImportDialog = lazy(() => import('./ImportDialog.tsx'));

/** What lies over the Designer for a moment, and the gestures that call it. */
export function DesignerPopups() {
  useMenuGestures();
  useClipboardEvents();
  useComponentInUrl();
  const choosing = usePopup('commands');
  const replacing = usePopup('replace');
  const reading = usePopup('shortcuts');
  const importing = usePopup('import');
  return (
    <>
      <ContextMenu />
      <RenameField />
      <Suspense>
        {choosing && <CommandPalette />}
        {replacing && <ReplacePicker componentId={replacing.componentId} />}
        {reading && <ShortcutSheet />}
        {importing && <ImportDialog />}
      </Suspense>
    </>
  );
}
