import { lazy, useState } from 'react';
import { loadDesigner, loadedDesigner } from './load-designer.ts';

const Designer = lazy(loadDesigner);

/** The Designer: at once where its code has come, else when it comes. */
export function DesignerScreen({ flowId }: { flowId: string }) {
  // React shows a picture of loading even for what comes within a microtask, and then for 300 ms at least.
  const [Screen] = useState(() => loadedDesigner()?.default ?? Designer);
  return <Screen flowId={flowId} />;
}
