/**
 * Where a key was pressed: in a field of the inspector or in a note, whose text is the document's; in any other field; in a
 * dialog or a menu, which have keys of their own; or in the Designer at large.
 */
export function focusOf(target: EventTarget | null): 'document-field' | 'field' | 'elsewhere' | 'designer' {
  if (!(target instanceof Element)) return 'designer';
  const typing =
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]') !== null;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]')) return 'elsewhere';
  if (target.closest('[data-inspector], [data-document-field]')) return 'document-field';
  return typing ? 'field' : 'designer';
}
