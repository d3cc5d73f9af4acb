import type { InspectorInput } from '../../../flow/manifest.ts';

/** What a document keeps of an edit: emptied text is no value, unless that would bring a default back. */
export function storedValue(input: InspectorInput, value: unknown): unknown {
  const falls = input.defaultValue ?? input['absentValue'];
  if (value === '' && falls === undefined) return undefined;
  return value === undefined && falls !== undefined && typeof falls === 'string' ? '' : value;
}
