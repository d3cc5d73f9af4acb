import type { ChangeCounts } from '../diff.ts';
import type { Reference } from '../descriptor.ts';
import { type ComponentManifest, inPortsOf, type InspectorInput } from '../manifest.ts';
import { own } from '../record.ts';
import { splitTemplate } from '../template.ts';
import type { Difference } from './node-differences.ts';

/** "2 changed, 1 added, 1 link removed"; "no changes" of nothing. */
export function countsInWords(counts: ChangeCounts): string {
  const { changed, added, removed, moved, linksAdded, linksRemoved } = counts;
  const words = [
    changed > 0 && `${changed} changed`,
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    moved > 0 && `${moved} moved`,
    linksAdded > 0 && `${links(linksAdded)} added`,
    linksRemoved > 0 && `${links(linksRemoved)} removed`,
  ];
  return words.filter(Boolean).join(', ') || 'no changes';
}

function links(count: number): string {
  return count === 1 ? '1 link' : `${count} links`;
}

/** What people call the thing that differs: a field by the label it has in the inspector. */
export function differenceName(difference: Difference, manifest: ComponentManifest | undefined): string {
  if (difference.part === 'property') {
    return titleOf(manifest?.properties?.inspector?.inputs, difference.name);
  }
  if (difference.part === 'input') {
    const { link, field } = difference;
    const port = manifest && inPortsOf(manifest).find(({ name }) => name === link.inPort);
    return titleOf(port?.inspector?.inputs, field);
  }
  return difference.part === 'other' ? difference.name : partNames[difference.part];
}

const partNames = {
  label: 'Label',
  type: 'Component type',
  position: 'Position',
  disabled: 'Disabled',
  errorHandling: 'Error handling',
};

function titleOf(inputs: Record<string, InspectorInput> | undefined, name: string): string {
  return own(inputs, name)?.label || name;
}

/**
 * The value before and after as short texts, variables as `{{path}}`; `undefined` where words cannot show the
 * difference: for a list or an object, a place on the canvas, or when only a modifier differs.
 */
export function differenceValues(difference: Difference): { before: string; after: string } | undefined {
  const isInput = difference.part === 'input';
  const before = isInput
    ? textOf(difference.before.value, difference.before.references)
    : textOf(difference.before);
  const after = isInput
    ? textOf(difference.after.value, difference.after.references)
    : textOf(difference.after);
  if (before === undefined || after === undefined || before === after) return undefined;
  return { before, after };
}

function textOf(value: unknown, references: Record<string, Reference> = {}): string | undefined {
  if (value === undefined || value === null || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  return splitTemplate(value)
    .map((part) => ('text' in part ? part.text : `{{${nameOf(part.placeholder, references)}}}`))
    .join('');
}

/** `$.<component>.<port>.user.name` → `user.name`, as the pill in the field reads. */
function nameOf(placeholder: string, references: Record<string, Reference>): string {
  const path = own(references, placeholder)?.variable ?? placeholder;
  return /^\$\.[^.[]+\.[^.[]+\.?(.+)$/.exec(path)?.[1] ?? path;
}
