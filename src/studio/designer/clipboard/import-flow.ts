import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import type { Operation } from '../../../flow/operations/operation.ts';
import { clipboardText } from '../../text/english/clipboard.ts';
import { notifyDone } from '../../ui/notify.tsx';
import type { CommandContext } from '../commands/command.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import { pasteAt } from './clip.ts';

/** Adds a flow's components under new ids, or replaces all there is by them, in one step of undo. */
export function importFlow(
  components: Descriptor,
  mode: 'add' | 'replace',
  { document, viewport, newId }: Pick<CommandContext, 'document' | 'viewport' | 'newId'>,
): void {
  const state = document.store.getState();
  const name = message('operation.import');
  const replacement: Operation = { name, apply: () => components };
  const { operation, ids } =
    mode === 'replace'
      ? { operation: replacement, ids: [] }
      : pasteAt(components, { at: below(state.descriptor, components), into: state.descriptor, newId, name });
  state.apply(operation);
  state.select(ids);
  const count = Object.keys(components).length;
  notifyDone(clipboardText('imported', { count }));
  // The new cards are on the canvas after the next frame.
  requestAnimationFrame(() => void viewport.fitView({ ...fitViewOptions, duration: 200 }));
}

/** The middle of the place for `components` under all that is there, in line with its left edge. */
function below(descriptor: Descriptor, components: Descriptor): { x: number; y: number } {
  const there = Object.values(descriptor);
  const coming = Object.values(components);
  const spread = (of: 'x' | 'y') => most(coming, of, Math.max) - most(coming, of, Math.min);
  return {
    x: most(there, 'x', Math.min) + spread('x') / 2 + 120,
    y: most(there, 'y', Math.max) + 200 + spread('y') / 2,
  };
}

function most(nodes: Descriptor[string][], axis: 'x' | 'y', of: (a: number, b: number) => number): number {
  return nodes.reduce<number>((so, node) => of(so, node[axis]), nodes[0]?.[axis] ?? 0);
}
