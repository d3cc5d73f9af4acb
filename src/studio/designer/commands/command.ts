import type { ReactFlowInstance } from '@xyflow/react';
import type { LucideIcon } from 'lucide-react';
import type { DocumentState } from '../document/document-store.ts';
import type { SystemClipboard } from '../clipboard/system-clipboard.ts';
import type { OpenDocument } from '../document/document-context.ts';
import type { Point, Popups } from '../menus/popups.ts';
import type { CanvasStore } from '../canvas/canvas-store.ts';
import type { PanelsStore } from '../panels/panels-store.ts';
import type { Visit } from '../problems/problem-steps.ts';
import type { TestStore } from '../test-run/test-store.ts';
import type { Shortcut } from './shortcut.ts';

/** What commands act on. */
export type CommandContext = {
  document: OpenDocument;
  viewport: Pick<ReactFlowInstance, 'zoomIn' | 'zoomOut' | 'zoomTo' | 'fitView' | 'flowToScreenPosition'>;
  canvas: CanvasStore;
  /** Moves the view to a card that is out of sight. */
  reveal: (id: string) => void;
  panels: PanelsStore;
  testRun: TestStore;
  /** Is there no room for panels beside the canvas? */
  narrow: boolean;
  startFlow: () => Promise<void>;
  stopFlow: () => Promise<void>;
  goToProblem: (visit: Visit) => void;
  popups: Popups;
  clipboard: SystemClipboard;
  /** Where on the canvas something goes that comes without a place, in canvas pixels. */
  place: () => Point;
  /** Hands a file to the person. */
  saveFile: (name: string, content: Blob) => void;
  /** A new component id. */
  newId: () => string;
};

/** One thing the Designer can do: toolbars, menus and keys all offer it from here. */
export type Command = {
  id: string;
  /** Said where it shows, in the language of the page. */
  title: () => string;
  /** What exactly, at this moment: "Move 3 components" behind "Undo". */
  detail?: (state: DocumentState) => string | undefined;
  icon: LucideIcon;
  shortcuts: Shortcut[];
  /** Works from a field of the document too (the inspector), where it takes the place of the browser's own. */
  whileTyping?: boolean;
  /** Works from every other field of the Designer too, such as the palette's search. */
  fromAnyField?: boolean;
  /** The browser makes an event of its own of these keys, which is answered elsewhere. */
  native?: boolean;
  when: (state: DocumentState) => boolean;
  run: (context: CommandContext) => void;
};
