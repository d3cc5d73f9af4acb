import type { OutputsFrom } from '../../../../flow/definition.ts';
import type { Field } from '../../../../flow/fields.ts';

/** What came in goes out. */
export const outputs: OutputsFrom = (_config, upstream) => {
  const out = upstream.messageOf('in');
  const known: Record<string, Field[]> = out ? { out } : {};
  return known;
};
