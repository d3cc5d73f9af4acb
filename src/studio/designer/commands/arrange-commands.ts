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
import { commandsText as text } from '../../text/english/commands.ts';
import { cardSizes } from '../canvas/card-sizes.ts';
import { tidy } from '../canvas/tidy.ts';
import type { DocumentState } from '../document/document-store.ts';
import type { Command } from './command.ts';
import { itemCount } from './conditions.ts';

/** Bringing cards, and notes beside them, into order; tidying up is for what links lead through. */
export const arrangeCommands = {
  alignLeft: align('left', AlignStartVertical),
  alignCentre: align('centre', AlignCenterVertical),
  alignRight: align('right', AlignEndVertical),
  alignTop: align('top', AlignStartHorizontal),
  alignMiddle: align('middle', AlignCenterHorizontal),
  alignBottom: align('bottom', AlignEndHorizontal),
  distributeAcross: distribute('across', AlignHorizontalSpaceBetween),
  distributeDown: distribute('down', AlignVerticalSpaceBetween),
  tidy: {
    id: 'tidy',
    title: () => text('tidy'),
    detail: ({ selection }) =>
      selection.length > 1 ? text('components', { count: selection.length }) : undefined,
    icon: Network,
    shortcuts: [{ key: 't', shift: true }],
    when: ({ descriptor }) => Object.keys(descriptor).length > 1,
    run: ({ document, canvas }) => void tidy(document.store, canvas),
  },
} satisfies Record<string, Command>;

function align(edge: Edge, icon: LucideIcon) {
  return {
    id: `align-${edge}`,
    title: () => text(`align.${edge}`),
    icon,
    shortcuts: [],
    when: (state) => itemCount(state) > 1,
    run({ document }) {
      const state = document.store.getState();
      state.apply(alignComponents({ ...selected(state), edge }));
    },
  } satisfies Command;
}

function distribute(direction: 'across' | 'down', icon: LucideIcon) {
  return {
    id: `distribute-${direction}`,
    title: () => text(`distribute.${direction}`),
    icon,
    shortcuts: [],
    when: (state) => itemCount(state) > 2,
    run({ document }) {
      const state = document.store.getState();
      state.apply(distributeComponents({ ...selected(state), direction }));
    },
  } satisfies Command;
}

function selected({ descriptor, notes, selection: ids, noteSelection }: DocumentState) {
  const sizes = cardSizes(descriptor, catalogue, ids);
  return { content: { descriptor, notes }, ids, notes: noteSelection, sizes };
}
