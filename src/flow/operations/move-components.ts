import { message } from '../messages/message.ts';
import { updateNode, type Operation } from './operation.ts';

/** Puts components at new places, in canvas pixels. Unknown ids are ignored. */
export function moveComponents(options: { positions: Record<string, { x: number; y: number }> }): Operation {
  const positions = Object.entries(options.positions);
  return {
    name: message('operation.move', { count: positions.length }),
    apply: (descriptor) =>
      positions.reduce(
        (current, [id, { x, y }]) =>
          updateNode(current, id, (node) => (node.x === x && node.y === y ? node : { ...node, x, y })),
        descriptor,
      ),
  };
}
