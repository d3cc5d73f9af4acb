import { Fragment, type ReactNode } from 'react';
import type { Reference } from '../../../flow/descriptor.ts';
import { valuesInForce } from '../../../flow/default-values.ts';
import { type Inspector, inputLabel } from '../../../flow/manifest.ts';
import type { Problem } from '../../../flow/problems.ts';
import { isLongText } from '../../background/long-text.ts';
import { say } from '../../text/say.ts';
import { type FieldGroup, fieldGroups, type NamedInput } from './field-groups.ts';
import classes from './FieldList.module.css';
import { FieldRow } from './FieldRow.tsx';
import { Foldable } from './Foldable.tsx';
import { storedValue } from './stored-value.ts';
import { type FormPlace, useSoughtField } from './use-sought-field.ts';
import { useTyping } from './use-typing.ts';
import { WholeStep } from './whole-step.ts';

export type FieldListProps = {
  componentId: string;
  /** Which form of the component this is. */
  place: FormPlace;
  /** Unique in the page. */
  idPrefix: string;
  inspector: Inspector;
  required: ReadonlySet<string>;
  /** As the document has them. */
  values: Record<string, unknown>;
  /** By field; properties have none. */
  references: Record<string, Record<string, Reference>>;
  problems: readonly Problem[];
  hints?: Record<string, string>;
  /** What stands below a field, by its name. */
  below?: Record<string, ReactNode>;
  /** `coalesce` is undefined for an edit that is an undo step of its own. */
  onChange: (change: FieldChange) => void;
};

export type FieldChange = {
  name: string;
  title: string;
  /** As it is to be stored. */
  value: unknown;
  added: Record<string, Reference> | undefined;
  coalesce: string | undefined;
  /** Something pasted or dropped has taken the place of nearly all that was there. */
  replaced: boolean;
};

const noReferences: Record<string, Reference> = {};

/** The fields of a form, in their groups. */
export function FieldList(props: FieldListProps) {
  const values = valuesInForce(props.inspector, props.values);
  const groups = fieldGroups(props.inspector, values);
  const { list, sought } = useSoughtField(props.componentId, props.place);
  const typing = useTyping();
  const change = (
    { name, input }: NamedInput,
    value: unknown,
    added: Record<string, Reference> | undefined,
  ) =>
    props.onChange({
      name,
      title: inputLabel(name, input),
      value: storedValue(input, value),
      added,
      coalesce:
        added && Object.keys(added).length > 0 ? undefined : typing.stepOf(`${props.idPrefix} ${name}`),
      replaced: isMostOf(typing.pasted(), value),
    });
  return (
    <WholeStep value={typing.markWhole}>
      <div ref={list} className={classes['list']} data-fields {...typing.handlers}>
        {groups.map((group) =>
          group.label === undefined ? (
            <Fields key="" {...props} group={group} inForce={values} onEdit={change} />
          ) : (
            <Foldable
              key={group.id}
              label={group.label}
              closed={group.closed && !hasProblem(group, props.problems)}
              sought={group.fields.some(({ name }) => name === sought)}
            >
              <Fields {...props} group={group} inForce={values} onEdit={change} />
            </Foldable>
          ),
        )}
      </div>
    </WholeStep>
  );
}

function Fields(
  props: FieldListProps & {
    group: FieldGroup;
    inForce: Record<string, unknown>;
    onEdit: (field: NamedInput, value: unknown, added: Record<string, Reference> | undefined) => void;
  },
) {
  const { componentId, idPrefix, required, references, problems, hints, below, inForce, onEdit } = props;
  return (
    <div className={classes['fields']}>
      {props.group.fields.map((field) => {
        const { name, input } = field;
        const problem = problems.find(({ place }) => place.field === name);
        return (
          <Fragment key={name}>
            <FieldRow
              componentId={componentId}
              idPrefix={idPrefix}
              name={name}
              input={input}
              // A readonly value is made by the component: what a copied document says of it may be another's.
              value={input.readonly && input.defaultValue !== undefined ? input.defaultValue : inForce[name]}
              required={required.has(name)}
              references={references[name] ?? noReferences}
              problem={problem && say(problem.message)}
              hint={hints?.[name]}
              onChange={(value, added) => onEdit(field, value, added)}
            />
            {below?.[name]}
          </Fragment>
        );
      })}
    </div>
  );
}

/** Is the value little else than the text that came? Blanks do not count: a document is laid out as it is pasted. */
function isMostOf(text: string | undefined, value: unknown): boolean {
  if (!text || typeof value !== 'string') return false;
  // To count what is in megabytes takes longer than a key can wait; they are laid out by now.
  if (isLongText(value)) return 2 * text.length > value.length;
  return 2 * sizeOf(text) > sizeOf(value);
}

function sizeOf(text: string): number {
  return text.replaceAll(/\s+/g, '').length;
}

function hasProblem(group: FieldGroup, problems: readonly Problem[]): boolean {
  return group.fields.some(({ name }) => problems.some((problem) => problem.place.field === name));
}
