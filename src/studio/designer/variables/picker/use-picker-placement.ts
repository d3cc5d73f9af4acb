import { useNarrow } from '../../panels/panels-context.ts';

/** Where the picker opens: beside the inspector, or below the field when the inspector itself lies over the canvas. */
export function usePickerPlacement() {
  return useNarrow()
    ? ({ position: 'bottom-end', offset: 4 } as const)
    : ({ position: 'left-start', offset: 24 } as const);
}
