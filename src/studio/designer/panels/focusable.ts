/** What takes the focus in a panel; the edge that resizes it is no place to begin. */
export const focusable =
  'input:not([disabled]), textarea:not([disabled]), [contenteditable=true], select, button:not([disabled], [tabindex="-1"]), a[href], [tabindex="0"]:not([role=separator])';
