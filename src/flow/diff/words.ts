import type { ChangeCounts } from '../diff.ts';
import type { Reference } from '../descriptor.ts';
import { type ComponentManifest, inPortsOf, inputLabel, type InspectorInput } from '../manifest.ts';
import { message, type Message, type Words } from '../messages/message.ts';
import { own } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { splitTemplate } from '../template.ts';
import type { Difference } from './node-differences.ts';

const counted = ['changed', 'added', 'removed', 'moved', 'linksAdded', 'linksRemoved', 'notes'] as const;

/** What to list, separated by commas: "2 changed", "1 added", "1 link removed"; "no changes" of nothing. */
export function countsInWords(counts: ChangeCounts): Message[] {
  const words = counted.flatMap((what) => {
    const count = counts[what];
    return count > 0 ? [message(`diff.${what}`, { count })] : [];
  });
  return words.length > 0 ? words : [message('diff.none')];
}

/** What people call the thing that differs: a field by the label it has in the inspector. */
export function differenceName(difference: Difference, manifest: ComponentManifest | undefined): Words {
  if (difference.part === 'property') {
    return titleOf(manifest?.properties?.inspector?.inputs, difference.name);
  }
  if (difference.part === 'input') {
    const { link, field } = difference;
    const port = manifest && inPortsOf(manifest).find(({ name }) => name === link.inPort);
    return titleOf(port?.inspector?.inputs, field);
  }
  return difference.part === 'other' ? difference.name : message(`diff.${difference.part}`);
}

function titleOf(inputs: Record<string, InspectorInput> | undefined, name: string): string {
  return inputLabel(name, own(inputs, name));
}

/**
 * The value before and after as short texts, variables as `{{path}}`; `undefined` where words cannot show the
 * difference: for a list or an object, a place on the canvas, or when only a modifier differs.
 */
export function differenceValues(difference: Difference): { before: Words; after: Words } | undefined {
  const isInput = difference.part === 'input';
  const before = isInput
    ? textOf(difference.before.value, difference.before.references)
    : textOf(difference.before);
  const after = isInput
    ? textOf(difference.after.value, difference.after.references)
    : textOf(difference.after);
  if (before === undefined || after === undefined || sameValue(before, after)) return undefined;
  return { before, after };
}

function textOf(value: unknown, references: Record<string, Reference> = {}): Words | undefined {
  if (value === undefined || value === null || value === '') return message('diff.empty');
  if (typeof value === 'boolean') return message(value ? 'diff.yes' : 'diff.no');
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
