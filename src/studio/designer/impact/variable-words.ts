import type { Descriptor } from '../../../flow/descriptor.ts';
import type { LostReference } from '../../../flow/impact/impact.ts';
import type { VariablePath } from '../../../flow/path.ts';
import { stepsInWords } from '../../../flow/variables.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { fieldOfProblem } from '../problems/field-of-problem.ts';

/** `data.contact.email`; the port itself where it is about all of it. */
export function variableWords({ port, steps }: VariablePath): string {
  return stepsInWords(steps) || port;
}

/** "HTTP Post, Body" or, in a field of rows, "Condition, Expression, row 2". */
export function placeWords(
  descriptor: Descriptor,
  { componentId, link, field, cell }: Pick<LostReference, 'componentId' | 'link' | 'field' | 'cell'>,
): string {
  const place = { part: 'input', field, link } as const;
  const label = fieldOfProblem(descriptor, catalogue, { componentId, place }) ?? field;
  const component = componentLabel(descriptor, catalogue, componentId);
  return cell
    ? text('placeInRow', { component, field: label, row: cell.row + 1 })
    : text('place', { component, field: label });
}
