import { type RefObject, useEffect, useRef } from 'react';
import { type Link, sameLink } from '../../../flow/graph.ts';
import { usePanels, usePanelsStore } from '../panels/panels-context.ts';
import type { SoughtField } from '../panels/panels-store.ts';
import { controlOf } from './control-of.ts';

/** One form of a component: its properties, or what a link fills in. */
export type FormPlace = { part: 'properties' } | { part: 'input'; link: Link };

/**
 * Gives the focus to the field of this form that somebody looks for, which may be in the page only after its group
 * has opened, its inputs were asked for or its editor has come. `sought` is its name until then.
 */
export function useSoughtField(
  componentId: string,
  place: FormPlace,
): { list: RefObject<HTMLDivElement | null>; sought: string | undefined } {
  const panels = usePanelsStore();
  const found = usePanels((state) => state.sought);
  const sought = found && isOf(found, componentId, place) ? found : undefined;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const field = sought?.place.field;
    const within = list.current;
    if (!within || field === undefined) return undefined;
    const tryFocus = () => {
      const control = controlOf(within, field, sought?.place.cell);
      control?.focus();
      if (control) panels.getState().seek(undefined);
      return control !== undefined;
    };
    if (tryFocus()) return undefined;
    const observer = new MutationObserver(tryFocus);
    observer.observe(within, { childList: true, subtree: true });
    // Who does something else meanwhile is not called back.
    const forget = () => panels.getState().seek(undefined);
    const acts = ['pointerdown', 'keydown'] as const;
    for (const act of acts) document.addEventListener(act, forget);
    return () => {
      observer.disconnect();
      for (const act of acts) document.removeEventListener(act, forget);
    };
  }, [sought, panels]);

  return { list, sought: sought?.place.field };
}

function isOf({ componentId, place }: SoughtField, id: string, form: FormPlace): boolean {
  if (componentId !== id || place.part !== form.part) return false;
  return form.part === 'properties' || place.link === undefined || sameLink(place.link, form.link);
}
