import { type Message, message } from '../messages/message.ts';

/** What a gesture over components, notes or both is called: "Move 3 components and 1 note". */
export function nameOfBoth(
  gesture: 'move' | 'delete' | 'duplicate' | 'paste',
  components: number,
  notes: number,
): Message {
  if (notes === 0) return message(`operation.${gesture}`, { count: components });
  if (components === 0) return message(`operation.notes.${gesture}`, { count: notes });
  return message(`operation.both.${gesture}`, {
    components: message('count.components', { count: components }),
    notes: message('count.notes', { count: notes }),
  });
}
