import { createStore, type StoreApi } from 'zustand/vanilla';

/** px */
export const inspectorWidths = { least: 320, usual: 380, most: 640 };

type Remembered = { paletteOpen: boolean; inspectorOpen: boolean; inspectorWidth: number };

export type PanelsState = Remembered & {
  /** On a narrow screen panels lie over the canvas, one at a time. */
  overlay: 'palette' | 'inspector' | undefined;
  publishing: boolean;
  listingProblems: boolean;
  toggle: (panel: 'palette' | 'inspector', narrow: boolean) => void;
  setInspectorWidth: (width: number) => void;
  show: (overlay: PanelsState['overlay']) => void;
  setPublishing: (publishing: boolean) => void;
  setListingProblems: (listing: boolean) => void;
};

export type PanelsStore = StoreApi<PanelsState>;

const storageKey = 'tributary-designer-panels';

/** Which panels of the Designer are open and how wide they are: remembered in this browser, for all flows. */
export function createPanelsStore(storage: Pick<Storage, 'getItem' | 'setItem'>): PanelsStore {
  return createStore<PanelsState>()((set, get) => {
    const remember = (change: Partial<Remembered>) => {
      set(change);
      const { paletteOpen, inspectorOpen, inspectorWidth } = get();
      storage.setItem(storageKey, JSON.stringify({ paletteOpen, inspectorOpen, inspectorWidth }));
    };
    return {
      ...recall(storage.getItem(storageKey)),
      overlay: undefined,
      publishing: false,
      listingProblems: false,
      toggle(panel, narrow) {
        if (narrow) set({ overlay: get().overlay === panel ? undefined : panel });
        else if (panel === 'palette') remember({ paletteOpen: !get().paletteOpen });
        else remember({ inspectorOpen: !get().inspectorOpen });
      },
      setInspectorWidth: (width) => remember({ inspectorWidth: within(width) }),
      show: (overlay) => set({ overlay }),
      setPublishing: (publishing) => set({ publishing }),
      setListingProblems: (listingProblems) => set({ listingProblems }),
    };
  });
}

function recall(text: string | null): Remembered {
  const usual: Remembered = { paletteOpen: true, inspectorOpen: true, inspectorWidth: inspectorWidths.usual };
  if (text === null) return usual;
  try {
    const saved = JSON.parse(text) as Partial<Remembered>;
    return {
      paletteOpen: saved.paletteOpen !== false,
      inspectorOpen: saved.inspectorOpen !== false,
      inspectorWidth:
        typeof saved.inspectorWidth === 'number' ? within(saved.inspectorWidth) : usual.inspectorWidth,
    };
  } catch {
    // Written by another release or by hand: the usual layout is always right.
    return usual;
  }
}

function within(width: number): number {
  return Math.round(Math.min(inspectorWidths.most, Math.max(inspectorWidths.least, width)));
}
