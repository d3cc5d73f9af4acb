import type { Inspector } from './manifest.ts';
import { inputVisible } from './visibility.ts';

/** What a new component or link is filled with: the default values of the inputs that show with those values. */
export function defaultValuesOf(inspector: Inspector | undefined): Record<string, unknown> {
  const inputs = Object.entries(inspector?.inputs ?? {});
  const defaults = Object.fromEntries(
    inputs
      .filter(([, input]) => input.defaultValue !== undefined)
      .map(([name, input]) => [name, input.defaultValue]),
  );
  return Object.fromEntries(
    inputs
      .filter(([name, input]) => Object.hasOwn(defaults, name) && inputVisible(input.when, defaults))
      .map(([name]) => [name, defaults[name]]),
  );
}

/**
 * The values in force: what the document says, and where it says nothing the input's `absentValue`, else its
 * `defaultValue`.
 */
export function valuesInForce(
  inspector: Inspector | undefined,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const result = { ...values };
  for (const [name, input] of Object.entries(inspector?.inputs ?? {})) {
    if (result[name] !== undefined) continue;
    const absent = input['absentValue'] ?? input.defaultValue;
    if (absent !== undefined) result[name] = absent;
  }
  return result;
}
