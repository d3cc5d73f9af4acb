import type { ReactFlowInstance } from '@xyflow/react';
import type { LucideIcon } from 'lucide-react';
import type { DocumentState } from '../document/document-store.ts';
import type { OpenDocument } from '../document/document-context.ts';
import type { PanelsStore } from '../panels/panels-store.ts';
import type { Shortcut } from './shortcut.ts';

/** What commands act on. */
export type CommandContext = {
  document: OpenDocument;
  viewport: Pick<ReactFlowInstance, 'zoomIn' | 'zoomOut' | 'fitView'>;
  panels: PanelsStore;
  /** Is there no room for panels beside the canvas? */
  narrow: boolean;
  startFlow: () => Promise<void>;
  stopFlow: () => Promise<void>;
  /** A new component id. */
  newId: () => string;
};

/** One thing the Designer can do: toolbars, menus and keys all offer it from here. */
export type Command = {
  id: string;
  title: string;
  /** What exactly, at this moment: "Move 3 components" behind "Undo". */
  detail?: (state: DocumentState) => string | undefined;
  icon: LucideIcon;
  shortcuts: Shortcut[];
  /** Works from a field of the document too (the inspector), where it takes the place of the browser's own. */
  whileTyping?: boolean;
  when: (state: DocumentState) => boolean;
  run: (context: CommandContext) => void;
};
