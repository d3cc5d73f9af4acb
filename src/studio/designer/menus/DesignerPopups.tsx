import { Suspense } from 'react';
import { useClipboardEvents } from '../clipboard/use-clipboard-events.ts';
import { useComponentInUrl } from '../deep-link/use-component-in-url.ts';
import { useImpacts } from '../impact/impacts.ts';
import { ContextMenu } from './ContextMenu.tsx';
import { usePopup } from './popups.ts';
import { RenameField } from './RenameField.tsx';
import { useMenuGestures } from './use-menu-gestures.ts';
import { lazyPart } from '../../ui/lazy-part.ts';

const CommandPalette = lazyPart(() => import('./CommandPalette.tsx'));
const ConnectPicker = lazyPart(() => import('../connect/ConnectPicker.tsx'));
const RemoveLinkPicker = lazyPart(() => import('../connect/RemoveLinkPicker.tsx'));
const ReplacePicker = lazyPart(() => import('./ReplacePicker.tsx'));
const ShortcutSheet = lazyPart(() => import('./ShortcutSheet.tsx'));
const ImpactDialog = lazyPart(() => import('../impact/ImpactDialog.tsx'));
const ImportDialog = lazyPart(() => import('./ImportDialog.tsx'));

/** What lies over the Designer for a moment, and the gestures that call it. */
export function DesignerPopups() {
  useMenuGestures();
  useClipboardEvents();
  useComponentInUrl();
  const choosing = usePopup('commands');
  const replacing = usePopup('replace');
  const connecting = usePopup('connect');
  const unlinking = usePopup('remove-link');
  const reading = usePopup('shortcuts');
  const importing = usePopup('import');
  const asking = useImpacts((state) => state.question !== undefined);
  return (
    <>
      <ContextMenu />
      <RenameField />
      <Suspense>
        {choosing && <CommandPalette />}
        {replacing && <ReplacePicker componentId={replacing.componentId} />}
        {connecting && <ConnectPicker from={connecting.from} outPort={connecting.outPort} />}
        {unlinking && <RemoveLinkPicker componentId={unlinking.componentId} />}
        {reading && <ShortcutSheet />}
        {importing && <ImportDialog />}
        {asking && <ImpactDialog />}
      </Suspense>
    </>
  );
}
