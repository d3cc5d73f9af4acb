import { useLayoutEffect } from 'react';

/**
 * Says of a control what describes it. Mantine's inputs name only descriptions of their own and drop any other
 * `aria-describedby` they are given.
 */
export function useDescribedBy(id: string, describedBy: string | undefined): void {
  useLayoutEffect(() => {
    const control = document.getElementById(id);
    if (describedBy) control?.setAttribute('aria-describedby', describedBy);
    else control?.removeAttribute('aria-describedby');
  });
}
