import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ProblemPlace } from '../../../flow/problems.ts';
import type { Visit } from '../problems/problem-steps.ts';

/** The panels beside the canvas. */
export type SidePanel = 'palette' | 'inspector';

/** px */
export const panelWidths = {
  palette: { least: 200, usual: 260, most: 420 },
  inspector: { least: 320, usual: 380, most: 640 },
};

type Remembered = {
  paletteOpen: boolean;
  inspectorOpen: boolean;
  /** px */
  paletteWidth: number;
  inspectorWidth: number;
  /** The flow shows as a list in place of the canvas. */
  outlineOpen: boolean;
  /** The author has read that large flows are better split. */
  largeFlowRead: boolean;
};

/** A field of the inspector that is to have the focus as soon as it is in the page. */
export type SoughtField = { componentId: string; place: ProblemPlace };

export type PanelsState = Remembered & {
  /** On a narrow screen panels lie over the canvas, one at a time. */
  overlay: SidePanel | undefined;
  publishing: boolean;
  problemsOpen: boolean;
  /** What the problems have just kept one from. */
  refused: 'start' | 'publish' | undefined;
  /** How often the problems were asked for: each time the focus goes to their list. */
  problemsAsked: number;
  /** The problem one went to last. */
  visited: Visit | undefined;
  sought: SoughtField | undefined;
  toggle: (panel: SidePanel, narrow: boolean) => void;
  open: (panel: SidePanel, narrow: boolean) => void;
  toggleOutline: () => void;
  readLargeFlow: () => void;
  /** As wide as it may be; not remembered before `keepWidths`, for an edge moves in many small steps. */
  setWidth: (panel: SidePanel, width: number) => void;
  keepWidths: () => void;
  show: (overlay: PanelsState['overlay']) => void;
  setPublishing: (publishing: boolean) => void;
  showProblems: (refused?: 'start' | 'publish') => void;
  hideProblems: () => void;
  visit: (visited: Visit) => void;
  seek: (sought: SoughtField | undefined) => void;
};

export type PanelsStore = StoreApi<PanelsState>;

const storageKey = 'tributary-designer-panels';

/** Which panels of the Designer are open and how wide they are: remembered in this browser, for all flows. */
export function createPanelsStore(storage: Pick<Storage, 'getItem' | 'setItem'>): PanelsStore {
  return createStore<PanelsState>()((set, get) => {
    const remember = (change: Partial<Remembered>) => {
      set(change);
      const { paletteOpen, inspectorOpen, paletteWidth, inspectorWidth, outlineOpen, largeFlowRead } = get();
      const layout: Remembered = {
        paletteOpen,
        inspectorOpen,
        paletteWidth,
        inspectorWidth,
        outlineOpen,
        largeFlowRead,
      };
      try {
        storage.setItem(storageKey, JSON.stringify(layout));
      } catch {
        // Full, or refused by the browser: the layout holds for this visit.
      }
    };
    return {
      ...recall(storage.getItem(storageKey)),
      overlay: undefined,
      publishing: false,
      problemsOpen: false,
      refused: undefined,
      problemsAsked: 0,
      visited: undefined,
      sought: undefined,
      toggle(panel, narrow) {
        if (narrow) set({ overlay: get().overlay === panel ? undefined : panel });
        else if (panel === 'palette') remember({ paletteOpen: !get().paletteOpen });
        else remember({ inspectorOpen: !get().inspectorOpen });
      },
      open(panel, narrow) {
        const open = panel === 'palette' ? get().paletteOpen : get().inspectorOpen;
        if (narrow) set({ overlay: panel });
        else if (!open) get().toggle(panel, false);
      },
      toggleOutline: () => remember({ outlineOpen: !get().outlineOpen }),
      readLargeFlow: () => remember({ largeFlowRead: true }),
      setWidth: (panel, width) => set({ [widthOf[panel]]: within(panel, width) }),
      keepWidths: () => remember({}),
      show: (overlay) => set({ overlay }),
      setPublishing: (publishing) => set({ publishing }),
      showProblems: (refused) =>
        set({ problemsOpen: true, refused, problemsAsked: get().problemsAsked + 1, overlay: undefined }),
      hideProblems: () => set({ problemsOpen: false, refused: undefined }),
      visit: (visited) => set({ visited }),
      seek: (sought) => set({ sought }),
    };
  });
}

const widthOf = { palette: 'paletteWidth', inspector: 'inspectorWidth' } as const;

function recall(text: string | null): Remembered {
  const usual: Remembered = {
    paletteOpen: true,
    inspectorOpen: true,
    paletteWidth: panelWidths.palette.usual,
    inspectorWidth: panelWidths.inspector.usual,
    outlineOpen: false,
    largeFlowRead: false,
  };
  if (text === null) return usual;
  try {
    const saved = JSON.parse(text) as Partial<Remembered>;
    return {
      paletteOpen: saved.paletteOpen !== false,
      inspectorOpen: saved.inspectorOpen !== false,
      paletteWidth: within('palette', saved.paletteWidth),
      inspectorWidth: within('inspector', saved.inspectorWidth),
      outlineOpen: saved.outlineOpen === true,
      largeFlowRead: saved.largeFlowRead === true,
    };
  } catch {
    // Written by another release or by hand: the usual layout is always right.
    return usual;
  }
}

function within(panel: SidePanel, width: unknown): number {
  const { least, usual, most } = panelWidths[panel];
  return typeof width === 'number' ? Math.round(Math.min(most, Math.max(least, width))) : usual;
}
