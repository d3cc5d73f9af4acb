import type { FlowNode, FunctionCall } from '../descriptor.ts';
import type { Link } from '../graph.ts';
import { mappingOf } from '../operations/links.ts';
import { parsePath, type VariablePath } from '../path.ts';
import { own } from '../record.ts';
import { pathOfPlaceholder, placeholdersIn } from '../template.ts';

/** One variable in one input: a placeholder of a field, and what it stands for. */
export type ReferenceUse = {
  link: Link;
  /** Top level. */
  field: string;
  placeholder: string;
  path: VariablePath;
  functions: readonly FunctionCall[];
};

/** The variables that a link fills in. What is no path refers to nothing, before a change and after it. */
export function usesOfLink(node: FlowNode, link: Link): ReferenceUse[] {
  const mapping = mappingOf(node, link);
  return Object.entries(mapping?.lambda ?? {}).flatMap(([field, value]) => {
    const references = own(mapping?.modifiers, field);
    return placeholdersIn(value).flatMap((placeholder) => {
      const reference = own(references, placeholder);
      const path = reference
        ? reference.variable === undefined
          ? undefined
          : parsePath(reference.variable)
        : pathOfPlaceholder(placeholder);
      return path ? [{ link, field, placeholder, path, functions: reference?.functions ?? [] }] : [];
    });
  });
}
