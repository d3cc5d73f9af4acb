import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceBetween,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceBetween,
  type LucideIcon,
  Network,
} from 'lucide-react';
import { alignComponents, type Edge } from '../../../flow/operations/align-components.ts';
import { distributeComponents } from '../../../flow/operations/distribute-components.ts';
import { catalogue } from '../../catalogue.ts';
import { cardSizes } from '../canvas/card-sizes.ts';
import { tidy } from '../canvas/tidy.ts';
import type { Command } from './command.ts';

/** Bringing cards into order. */
export const arrangeCommands = {
  alignLeft: align('left', 'Align left edges', AlignStartVertical),
  alignCentre: align('centre', 'Align centres', AlignCenterVertical),
  alignRight: align('right', 'Align right edges', AlignEndVertical),
  alignTop: align('top', 'Align top edges', AlignStartHorizontal),
  alignMiddle: align('middle', 'Align middles', AlignCenterHorizontal),
  alignBottom: align('bottom', 'Align bottom edges', AlignEndHorizontal),
  distributeAcross: distribute('across', 'Distribute across', AlignHorizontalSpaceBetween),
  distributeDown: distribute('down', 'Distribute down', AlignVerticalSpaceBetween),
  tidy: {
    id: 'tidy',
    title: 'Tidy up',
    detail: ({ selection }) => (selection.length > 1 ? `${selection.length} components` : undefined),
    icon: Network,
    shortcuts: [{ key: 't', shift: true }],
    when: ({ descriptor }) => Object.keys(descriptor).length > 1,
    run: ({ document, canvas }) => void tidy(document.store, canvas),
  },
} satisfies Record<string, Command>;

function align(edge: Edge, title: string, icon: LucideIcon) {
  return {
    id: `align-${edge}`,
    title,
    icon,
    shortcuts: [],
    when: ({ selection }) => selection.length > 1,
    run({ document }) {
      const state = document.store.getState();
      const { descriptor, selection: ids } = state;
      state.apply(alignComponents({ ids, edge, sizes: cardSizes(descriptor, catalogue, ids) }));
    },
  } satisfies Command;
}

function distribute(direction: 'across' | 'down', title: string, icon: LucideIcon) {
  return {
    id: `distribute-${direction}`,
    title,
    icon,
    shortcuts: [],
    when: ({ selection }) => selection.length > 2,
    run({ document }) {
      const state = document.store.getState();
      const { descriptor, selection: ids } = state;
      state.apply(distributeComponents({ ids, direction, sizes: cardSizes(descriptor, catalogue, ids) }));
    },
  } satisfies Command;
}
