import { queryOptions, useQuery } from '@tanstack/react-query';
import { listModifiers, testModifier } from '../../contract/modifiers.ts';
import type { JavascriptCall } from '../../flow/modifiers/facts.ts';
import { installCustomModifiers } from '../custom-modifiers.ts';
import { call } from './call.ts';
import { keys } from './keys.ts';

/** Asks for the installation's own modifiers and makes them known to the page. */
export const customModifiers = queryOptions({
  queryKey: keys.modifiers,
  queryFn: async ({ signal }) => {
    const set = await call(listModifiers, { query: { own: 'true' }, signal });
    installCustomModifiers(set);
    return set;
  },
  staleTime: 60_000,
  // The Designer is of use without them, and does not wait long.
  retry: 1,
});

export function useCustomModifiers() {
  return useQuery(customModifiers);
}

/** Runs JavaScript of an author where the engine runs it. */
export function tryJavascript({ kind, text, values }: JavascriptCall, signal: AbortSignal): Promise<unknown> {
  return call(testModifier, { body: { kind, helperFn: text, arguments: values }, signal });
}
