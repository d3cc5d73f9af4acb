import type { Mapping, Reference } from '../descriptor.ts';
import type { Link } from '../graph.ts';
import { message } from '../messages/message.ts';
import { own, without } from '../record.ts';
import { sameValue } from '../same-value.ts';
import { placeholdersIn } from '../template.ts';
import { hasLink, mappingOf, withMapping } from './links.ts';
import { updateNode, type Operation } from './operation.ts';

/**
 * Fills one field of a link; `undefined` removes it. `references` are added to those the field has already; those whose
 * placeholder the value no longer holds go. `title` is what people call the field.
 */
export function setInput(options: {
  link: Link;
  field: string;
  value: unknown;
  references?: Record<string, Reference>;
  title?: string;
}): Operation {
  const { link, field } = options;
  return {
    name: message('operation.change', { field: options.title ?? field }),
    apply: (descriptor) =>
      updateNode(descriptor, link.to, (node) => {
        if (!hasLink(node, link)) return node;
        const mapping = mappingOf(node, link);
        const changed = fill(mapping ?? { type: 'json2new' }, options);
        return sameValue(mapping, changed) ? node : withMapping(node, link, changed);
      }),
  };
}

function fill(
  mapping: Mapping,
  { field, value, references }: { field: string; value: unknown; references?: Record<string, Reference> },
): Mapping {
  const used = new Set(placeholdersIn(value));
  const kept = Object.entries({ ...own(mapping.modifiers, field), ...references }).filter(([id]) =>
    used.has(id),
  );
  const modifiers = mapping.modifiers ?? {};
  const lambda = mapping.lambda ?? {};
  return {
    ...mapping,
    modifiers:
      kept.length > 0 ? { ...modifiers, [field]: Object.fromEntries(kept) } : without(modifiers, field),
    lambda: value === undefined ? without(lambda, field) : { ...lambda, [field]: value },
  };
}
