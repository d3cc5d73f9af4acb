import type { Mapping, Reference } from './descriptor.ts';
import { fillJsonTemplate } from './json-template.ts';
import { MessageError } from './messages/message-error.ts';
import { inEnglish, message, type Message } from './messages/message.ts';
import { applyFunctions } from './modifiers/apply.ts';
import type { ModifierEnvironment } from './modifiers/environment.ts';
import { formatPath, parsePath, resolvePath, type Scope, type VariablePath } from './path.ts';
import { own } from './record.ts';
import { pathOfPlaceholder, splitTemplate } from './template.ts';
import { textForm } from './text-form.ts';

export { ModifierError } from './modifiers/apply.ts';

/** A lambda is written by hand; deeper ones are made to exhaust the stack. */
const deepestLambda = 500;

/**
 * Fills the fields of an in port from earlier outputs of the pass. A text that is one placeholder takes the
 * value with its type; in a longer text the value stands in its text form. `jsonFields` names the fields
 * whose text is a JSON template. `warnings` tells of each variable that found nothing.
 * @throws ModifierError when a modifier fails or is unknown; Error when a field is nested too deep.
 */
export function resolveMapping(options: {
  mapping: Mapping;
  scope: Scope;
  environment: ModifierEnvironment;
  jsonFields?: ReadonlySet<string>;
}): { inputs: Record<string, unknown>; warnings: Message[] } {
  const { mapping, jsonFields } = options;
  const warnings = new Map<string, Message>();
  const inputs = Object.entries(mapping.lambda ?? {}).map(([field, template]) => {
    const valueOf = referenceReader({ ...options, field, warnings });
    const isJson = jsonFields?.has(field) === true && typeof template === 'string';
    return [field, isJson ? fillJsonTemplate(template, valueOf) : fill(template, valueOf, field)] as const;
  });
  return { inputs: Object.fromEntries(inputs), warnings: [...warnings.values()] };
}

function fill(template: unknown, valueOf: (placeholder: string) => unknown, field: string): unknown {
  const tooDeep = (): never => {
    throw new MessageError(message('mapping.tooDeep', { field, levels: deepestLambda }));
  };
  const fillText = (text: string): unknown => {
    const parts = splitTemplate(text);
    const [only] = parts;
    if (parts.length === 1 && only && 'placeholder' in only) return valueOf(only.placeholder);
    return parts.map((part) => ('text' in part ? part.text : textForm(valueOf(part.placeholder)))).join('');
  };
  return mapTexts(template, fillText, tooDeep);
}

/** Each placeholder of a field is read once, so that two places of one `g_uuid4` agree. */
function referenceReader(options: {
  mapping: Mapping;
  scope: Scope;
  environment: ModifierEnvironment;
  field: string;
  warnings: Map<string, Message>;
}): (placeholder: string) => unknown {
  const { mapping, scope, environment, field, warnings } = options;
  const references = own(mapping.modifiers, field);
  const known = new Map<string, unknown>();
  const warn = (said: Message) => warnings.set(inEnglish(said), said);

  const variable = (text: string, path: VariablePath | undefined): unknown => {
    const value = path && resolvePath(scope, path);
    if (value === undefined) {
      warn(message(path ? 'mapping.foundNothing' : 'mapping.notPath', { field, variable: text }));
    }
    return value;
  };
  const read = (placeholder: string): unknown => {
    const reference = own(references, placeholder);
    if (!reference) {
      if (placeholder.startsWith('$.')) return variable(placeholder, pathOfPlaceholder(placeholder));
      warn(message('mapping.unmapped', { field, placeholder: `{{{${placeholder}}}}` }));
      return undefined;
    }
    const { variable: text, functions = [] } = reference;
    const value = text === undefined ? undefined : variable(text, parsePath(text));
    return applyFunctions({ value, functions, environment, field, warn });
  };
  return (placeholder) => {
    if (!known.has(placeholder)) known.set(placeholder, read(placeholder));
    return known.get(placeholder);
  };
}

/**
 * Turns placeholders of the old form (`{{{$.id.port.path}}}` in the lambda) into references, each with an
 * id of its own. Gives the same object when there are none.
 */
export function normaliseMapping(mapping: Mapping, newId: () => string): Mapping {
  const added: [field: string, references: Record<string, Reference>][] = [];
  const lambda = Object.entries(mapping.lambda ?? {}).map(([field, template]) => {
    const references: [string, Reference][] = [];
    const normaliseText = (text: string): string =>
      splitTemplate(text)
        .map((part) => {
          if ('text' in part) return part.text;
          const known = own(own(mapping.modifiers, field), part.placeholder);
          const path = known ? undefined : pathOfPlaceholder(part.placeholder);
          if (!path) return `{{{${part.placeholder}}}}`;
          const id = newId();
          references.push([id, { variable: formatPath(path), functions: [] }]);
          return `{{{${id}}}}`;
        })
        .join('');
    // Below the deepest level nothing can run: it stays as the author has it.
    const normalised = mapTexts(template, normaliseText, (deep) => deep);
    if (references.length > 0) {
      added.push([field, { ...own(mapping.modifiers, field), ...Object.fromEntries(references) }]);
    }
    return [field, normalised] as const;
  });
  if (added.length === 0) return mapping;
  const modifiers = { ...mapping.modifiers, ...Object.fromEntries(added) };
  return { ...mapping, modifiers, lambda: Object.fromEntries(lambda) };
}

function mapTexts(
  value: unknown,
  map: (text: string) => unknown,
  tooDeep: (value: object) => unknown,
  depth = 0,
): unknown {
  if (typeof value === 'string') return map(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepestLambda) return tooDeep(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map, tooDeep, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, map, tooDeep, depth + 1)]),
  );
}
