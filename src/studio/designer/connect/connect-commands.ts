import { Cable, Unplug } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { incoming, outgoing } from '../../../flow/graph.ts';
import { connectText as text } from '../../text/english/connect.ts';
import { cardPorts } from '../canvas/card-ports.ts';
import type { Command } from '../commands/command.ts';
import type { DocumentState } from '../document/document-store.ts';

/** The one component that is selected, if no more is. */
function only({ selection, linkSelection }: DocumentState): string | undefined {
  return selection.length === 1 && linkSelection.length === 0 ? selection[0] : undefined;
}

/** Links by choosing their end from a list: what a drag from port to port is for others. */
export const connectCommands = {
  connectTo: {
    id: 'connect-to',
    title: () => text('connectTo'),
    icon: Cable,
    // In the outline letters look for names; there it is the sign.
    shortcuts: [{ key: 'c' }, { key: '>' }],
    when: (state) => {
      const from = only(state);
      return from !== undefined && cardPorts(state.descriptor, catalogue, from).out.length > 0;
    },
    run({ document, popups }) {
      const from = only(document.store.getState());
      if (from !== undefined) popups.getState().open({ kind: 'connect', from });
    },
  },
  removeLink: {
    id: 'remove-link',
    title: () => text('removeLink'),
    icon: Unplug,
    shortcuts: [{ key: 'c', shift: true }, { key: '<' }],
    when: (state) => {
      const id = only(state);
      const { descriptor } = state;
      return id !== undefined && incoming(descriptor, id).length + outgoing(descriptor, id).length > 0;
    },
    run({ document, popups }) {
      const componentId = only(document.store.getState());
      if (componentId !== undefined) popups.getState().open({ kind: 'remove-link', componentId });
    },
  },
} satisfies Record<string, Command>;
