import type { Field, PathStep } from '../../../../flow/fields.ts';
import { pathInItem } from '../../../../flow/list-references.ts';

/** A field of an item as a choice; `value` is its path in the item, empty for the item itself. */
export type ItemField = { value: string; steps: PathStep[]; field: Field };

/** More than one looks through; deeper ones are reached by the tree. */
const most = 2_000;

/** The fields of an item, outer before inner, without those that stand in lists in it. */
export function itemFields(item: Field): ItemField[] {
  const found: ItemField[] = [];
  const open: ItemField[] = [{ value: '', steps: [], field: item }];
  for (const { steps, field } of open) {
    for (const child of field.children ?? []) {
      if (typeof child.step === 'number' || found.length >= most) continue;
      const inner = [...steps, child.step];
      const entry = { value: pathInItem(inner), steps: inner, field: child };
      found.push(entry);
      open.push(entry);
    }
  }
  return found;
}
