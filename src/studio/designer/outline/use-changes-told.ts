import { useState } from 'react';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { outlineText as text } from '../../text/english/outline.ts';
import { useDocument } from '../document/document-context.ts';

/** What the last edit did to the list of components, in words for a live region. */
export function useChangesTold(): string {
  const descriptor = useDocument((state) => state.descriptor);
  const [told, setTold] = useState({ descriptor, text: '' });
  if (told.descriptor !== descriptor) {
    setTold({ descriptor, text: changeInWords(told.descriptor, descriptor) || told.text });
  }
  return told.text;
}

/** "HTTP Post added.", "3 components removed."; nothing when the same components are there. */
export function changeInWords(before: Descriptor, after: Descriptor): string {
  const added = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
  const removed = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  return [tell('added', after, added), tell('removed', before, removed)].filter(Boolean).join(' ');
}

function tell(what: 'added' | 'removed', descriptor: Descriptor, ids: string[]): string {
  const [first] = ids;
  if (first === undefined) return '';
  return ids.length === 1
    ? text(what, { component: componentLabel(descriptor, catalogue, first) })
    : text(`${what}Many`, { count: ids.length });
}
