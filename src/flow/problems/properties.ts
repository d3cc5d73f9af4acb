import type { FlowNode } from '../descriptor.ts';
import type { ComponentManifest } from '../manifest.ts';
import { message, type Message } from '../messages/message.ts';
import { parseDataPath } from '../path.ts';
import { readExample } from '../read-example.ts';
import { own } from '../record.ts';
import { fieldLabel, inspect, missingFields, shows, type Inspected } from './inspected.ts';
import type { Finding } from './problem.ts';

/** What is wrong with a component's own settings. */
export function propertyProblems(node: FlowNode, manifest: ComponentManifest): Finding[] {
  const inspected = inspect(manifest.properties, node.config?.properties ?? {});
  return [
    ...missingFields(inspected).map(({ field, label, cell }): Finding => ({
      kind: 'missing-required',
      message: message('problem.required', { field: label }),
      place: { part: 'properties', field, ...(cell ? { cell } : {}) },
    })),
    ...exampleProblems(inspected),
    ...pathProblems(inspected),
  ];
}

function exampleProblems(inspected: Inspected): Finding[] {
  return Object.entries(inspected.inputs).flatMap(([field, input]): Finding[] => {
    const text = own(inspected.values, field);
    if (input['encoding'] !== 'json' || typeof text !== 'string' || text.trim() === '') return [];
    const parsed = shows(inspected, field) ? readExample(text) : undefined;
    if (!parsed || parsed.ok) return [];
    return [
      {
        kind: 'bad-example',
        message: notJson(fieldLabel(inspected, field), parsed),
        place: { part: 'properties', field },
      },
    ];
  });
}

function pathProblems(inspected: Inspected): Finding[] {
  return Object.entries(inspected.inputs).flatMap(([field, input]): Finding[] => {
    const text = own(inspected.values, field);
    if (input['format'] !== 'data-path' || typeof text !== 'string' || text.trim() === '') return [];
    if (!shows(inspected, field) || parseDataPath(text)) return [];
    return [
      {
        kind: 'bad-path',
        message: message('problem.noPath', { field: fieldLabel(inspected, field), text: text.trim() }),
        place: { part: 'properties', field },
      },
    ];
  });
}

/** "Body is not valid JSON at line 3, column 7: …" */
export function notJson(field: string, at: { message: Message; line: number; column: number }): Message {
  return message('problem.notJson', { field, line: at.line, column: at.column, reason: at.message });
}
