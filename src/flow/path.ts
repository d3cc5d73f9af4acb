import type { PathStep } from './fields.ts';

/** A place in what earlier components of the pass have emitted. */
export type VariablePath = { componentId: string; port: string; steps: PathStep[] };

/** Earlier outputs of the pass: the last message of each component's out ports. */
export type Scope = Record<string /* componentId */, Record<string /* port */, unknown>>;

const head = /^\$\.([^.[\]]+)\.([^.[\]]+)/u;
// `.[0]` with a dot before the bracket occurs in old documents.
const step =
  /\.(?<name>[\p{L}\p{N}_-]+)|\.?\[(?:(?<index>0|-?[1-9]\d*)|(?<quoted>"[^"\\]*(?:\\.[^"\\]*)*"))\]/uy;
const plainName = /^[\p{L}\p{N}_-]+$/u;
/** Nearly every name is one of these, and they are found sooner. */
const asciiName = /^[\w-]+$/;
const indexText = /^-?\d+$/;

/** The steps of a path into data, as one writes it behind `data.` in a variable; undefined when it is none. */
export function parseDataPath(text: string): PathStep[] | undefined {
  const path = text.trim();
  return parsePath(`$.event.out${path.startsWith('[') ? '' : '.'}${path}`)?.steps;
}

/**
 * Reads `$.<componentId>.<port>` with its steps: `.name`, `["any key as a JSON string"]`, `[0]`, `[-1]`.
 * `undefined` for a text that is no path. A dotted number stays text: only the value tells if it is an index.
 */
export function parsePath(text: string): VariablePath | undefined {
  const start = head.exec(text);
  if (!start) return undefined;
  const steps: PathStep[] = [];
  step.lastIndex = start[0].length;
  while (step.lastIndex < text.length) {
    const groups = step.exec(text)?.groups;
    if (!groups) return undefined;
    const read = readStep(groups);
    if (read === undefined) return undefined;
    steps.push(read);
  }
  return { componentId: start[1] ?? '', port: start[2] ?? '', steps };
}

function readStep(groups: Record<string, string | undefined>): PathStep | undefined {
  if (groups['name'] !== undefined) return groups['name'];
  if (groups['index'] !== undefined) return Number(groups['index']);
  try {
    return JSON.parse(groups['quoted'] ?? '') as string;
  } catch {
    // Quoted like a JSON string without being one (`"\q"`): the whole text is no path then.
    return undefined;
  }
}

/** The one spelling of a path; `parsePath` reads it back whatever its keys hold. */
export function formatPath(path: VariablePath): string {
  return `$.${path.componentId}.${path.port}${formatSteps(path.steps)}`;
}

/** Steps as they stand in a path: `.lines[0]["odd key"]`. */
export function formatSteps(steps: PathStep[]): string {
  let text = '';
  for (const step of steps) text += formatStep(step);
  return text;
}

function formatStep(step: PathStep): string {
  if (typeof step === 'number') return `[${String(step)}]`;
  return asciiName.test(step) || plainName.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/**
 * The value at a path, `undefined` when it finds nothing. Reads own properties and list items only, so no
 * path reaches a prototype, a text's characters or a list's length.
 */
export function resolvePath(scope: Scope, path: VariablePath): unknown {
  let value: unknown = ownValue(ownValue(scope, path.componentId), path.port);
  for (const step of path.steps) {
    if (value === undefined) return undefined;
    value = Array.isArray(value) ? itemOf(value, step) : ownValue(value, step);
  }
  return value;
}

function itemOf(list: unknown[], step: PathStep): unknown {
  if (typeof step === 'number') return list.at(step);
  return indexText.test(step) ? list.at(Number(step)) : undefined;
}

function ownValue(value: unknown, key: PathStep): unknown {
  if (typeof key === 'number' || typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
