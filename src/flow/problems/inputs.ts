import type { FlowNode } from '../descriptor.ts';
import type { Link } from '../graph.ts';
import { checkJsonTemplate } from '../json-template.ts';
import type { InPort } from '../manifest.ts';
import { message } from '../messages/message.ts';
import { mappingOf } from '../operations/links.ts';
import { own } from '../record.ts';
import { fieldLabel, inspect, missingFields, shows, type Inspected } from './inspected.ts';
import { patternFaults } from './patterns.ts';
import type { Finding } from './problem.ts';
import { notJson } from './properties.ts';
import { referenceFaults, type Surroundings } from './references.ts';

/** What is wrong with what one link fills in. */
export function inputProblems(
  surroundings: Surroundings,
  { node, link, port }: { node: FlowNode; link: Link; port: InPort },
): Finding[] {
  const mapping = mappingOf(node, link) ?? {};
  const lambda = mapping.lambda ?? {};
  const inspected = inspect(port, lambda);
  const missing = missingFields(inspected).map(({ field, label, cell }): Finding => ({
    kind: 'missing-required',
    message: message('problem.required', { field: label }),
    place: { part: 'input', field, link, ...(cell ? { cell } : {}) },
  }));
  const faulty = Object.keys(lambda).flatMap((field) => {
    const use = { componentId: link.to, mapping, field, label: fieldLabel(inspected, field) };
    const faults = [...referenceFaults(surroundings, use), ...templateFaults(inspected, field)];
    return faults
      .filter(({ kind }) => kind === 'unknown-modifier' || shows(inspected, field))
      .map(({ kind, message }): Finding => ({ kind, message, place: { part: 'input', field, link } }));
  });
  const unmatchable = Object.keys(inspected.inputs)
    .filter((field) => shows(inspected, field))
    .flatMap((field) =>
      patternFaults(inspected, field).map(({ kind, message, cell }): Finding => ({
        kind,
        message,
        place: { part: 'input', field, link, cell },
      })),
    );
  return [...missing, ...faulty, ...unmatchable];
}

function templateFaults(inspected: Inspected, field: string): Pick<Finding, 'kind' | 'message'>[] {
  const text = own(inspected.values, field);
  if (own(inspected.inputs, field)?.['encoding'] !== 'json') return [];
  if (typeof text !== 'string' || text.trim() === '') return [];
  const parsed = checkJsonTemplate(text);
  return parsed.ok
    ? []
    : [{ kind: 'malformed-mapping', message: notJson(fieldLabel(inspected, field), parsed) }];
}
