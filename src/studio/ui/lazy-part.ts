import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

type Load<Part> = () => Promise<{ default: Part }>;

const loads = new Set<() => Promise<unknown>>();

/** A part of a screen that comes when it is first shown, or with `loadParts`. Call it as a module loads. */
// The very constraint of React's own `lazy`: what props a part takes is its own affair.
// oxlint-disable-next-line typescript/no-explicit-any
export function lazyPart<Part extends ComponentType<any>>(load: Load<Part>): LazyExoticComponent<Part> {
  loads.add(load);
  return lazy(load);
}

/**
 * Fetches every part that has not come yet, one after the other, and the parts of those. Then the screen needs the network
 * for nothing but its data. Where one fails it ends: the part is asked for again when it is shown.
 */
export async function loadParts(): Promise<void> {
  // A set also gives what is added while one walks through it.
  for (const load of loads) {
    try {
      await load();
    } catch {
      return;
    }
    loads.delete(load);
  }
}
