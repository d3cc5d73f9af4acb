import type { InputOption } from '../../../../flow/manifest.ts';
import { isRecord } from '../../../../flow/record.ts';

/** Members that name an item and that stand for it, the likelier first. */
const labels = ['label', 'content', 'name', 'title', 'text', 'displayName', 'value', 'id', 'key'];
const values = ['value', 'id', 'key', '_id', 'uuid', 'name', 'title', 'label'];

/**
 * The options in an answer. Where a source names a `transform` that the component does not have, the answer is what its
 * service sent: things with names and ids of their own. No option is ever blank; what can be neither named nor stored is none.
 */
export function optionsOfReply(reply: readonly unknown[]): InputOption[] {
  return reply.flatMap((item): InputOption[] => {
    if (typeof item === 'string') return item === '' ? [] : [item];
    if (typeof item === 'number' || typeof item === 'boolean') return [{ label: String(item), value: item }];
    if (!isRecord(item)) return [];
    if (item['clearItem'] === true || isOption(item)) return [item];
    const value = firstOf(item, values);
    const label = firstOf(item, labels);
    if (value === undefined || label === undefined) return [];
    const icon = item['icon'];
    return [{ label: textOf(label), value, ...(typeof icon === 'string' ? { icon } : {}) }];
  });
}

/** In the interface's own form, whatever its value. */
function isOption(item: Record<string, unknown>): boolean {
  const label = item['label'] ?? item['content'];
  return typeof label === 'string' && label !== '' && Object.hasOwn(item, 'value');
}

function firstOf(item: Record<string, unknown>, names: readonly string[]): unknown {
  const name = names.find((one) => Object.hasOwn(item, one) && item[one] !== null && item[one] !== '');
  return name === undefined ? undefined : item[name];
}

function textOf(label: unknown): string {
  return typeof label === 'string' ? label : JSON.stringify(label);
}
