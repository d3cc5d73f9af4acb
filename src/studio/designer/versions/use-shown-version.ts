import { useSearchParams } from 'wouter';

/** A revision, or whichever is the newest. */
export type ShownVersion = number | 'latest';

/** Which published version the Designer compares with is in its URL: `?version=3`, or `?version=latest`. */
export function useShownVersion() {
  const [params, setParams] = useSearchParams();
  const set = (value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === undefined) next.delete('version');
        else next.set('version', value);
        return next;
      },
      { replace: true },
    );
  return {
    shown: readVersionParameter(params.get('version')),
    show: (revision: number) => set(String(revision)),
    close: () => set(undefined),
  };
}

/** Anything but a number asks for the newest: a link somebody cut short still leads somewhere. */
export function readVersionParameter(text: string | null): ShownVersion | undefined {
  if (text === null) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : 'latest';
}
