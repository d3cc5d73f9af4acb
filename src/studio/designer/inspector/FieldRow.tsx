import { Text, Tooltip, UnstyledButton } from '@mantine/core';
import { Info } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { expectationOf } from '../../../flow/fit.ts';
import { inputLabel } from '../../../flow/manifest.ts';
import { useDropTarget } from '../variables/drag/drop-target.ts';
import { placeholderRanges } from '../variables/placeholders.ts';
import { soleReference } from '../variables/sole-reference.ts';
import { useVariables } from '../variables/variable-context.ts';
import classes from './FieldRow.module.css';
import { withoutTaken } from './fields/exclusive-options.ts';
import { focusWhenThere } from './fields/focus-when-there.ts';
import type { FieldProps, FieldValue } from './fields/field-props.ts';
import { rendererOf } from './fields/registry.ts';
import { TextField } from './fields/TextField.tsx';
import { UseVariable } from './fields/UseVariable.tsx';
import { usePickKeys } from './use-pick-keys.ts';
import { SourcedField } from './dynamic/SourcedField.tsx';

export type FieldRowProps = FieldValue & {
  /** Unique among the fields in the page. */
  idPrefix: string;
  /** What is wrong with the value. */
  problem?: string | undefined;
  /** Stands below the control. */
  hint?: string | undefined;
  componentId: string;
};

/** A field with its label, explanation and problem. Where its input is made by a call, that call comes first. */
export function FieldRow(props: FieldRowProps) {
  const { input, name, componentId } = props;
  if (!input.source) return <Row {...props} />;
  return (
    <SourcedField componentId={componentId} name={name} input={input} source={input.source}>
      {(made, note) => <Row {...props} input={made} value={props.value ?? made.defaultValue} note={note} />}
    </SourcedField>
  );
}

function Row(props: FieldRowProps & { note?: ReactNode }) {
  const { idPrefix, name, value, required, problem, hint, note } = props;
  const input = withoutTaken(props.input, props.taken);
  const source = useVariables();
  const uniqueId = useId();
  const id = `${idPrefix}-${name}-${uniqueId}`;
  const labelId = `${id}-label`;
  const label = inputLabel(name, input);
  const renderer = rendererOf(input.type);
  const offersVariable =
    source !== undefined && !renderer.takesVariables && input.variables !== false && !input.readonly;
  const holdsVariable = offersVariable && typeof value === 'string' && placeholderRanges(value).length > 0;
  const row = useRef<HTMLDivElement>(null);
  const [aimed, setAimed] = useState(false);
  const [picking, setPicking] = useState(false);
  const picked = useRef(false);
  useEffect(() => {
    const isPicked = picked.current;
    picked.current = false;
    const within = row.current;
    if (!holdsVariable || !isPicked || !within) return undefined;
    // The control that had the focus has gone.
    return focusWhenThere(within, () => within.querySelector<HTMLElement>('[contenteditable=true]'));
  }, [holdsVariable]);
  const pickKeys = usePickKeys(
    offersVariable && !holdsVariable && !picking ? () => setPicking(true) : undefined,
  );
  useDropTarget(
    row,
    {
      over: () => setAimed(true),
      left: () => setAimed(false),
      take: (reference) => props.onChange(...soleReference(reference)),
    },
    offersVariable,
  );
  const Field = holdsVariable ? TextField : renderer.Field;
  const showsLabel = holdsVariable || !renderer.ownLabel;

  const notes = [
    problem ? `${id}-problem` : '',
    hint ? `${id}-hint` : '',
    input.tooltip ? `${id}-tooltip` : '',
  ].filter(Boolean);
  const fieldProps: FieldProps = {
    name,
    value,
    required,
    references: props.references,
    id,
    labelId,
    label,
    describedBy: notes.length > 0 ? notes.join(' ') : undefined,
    input,
    invalid: problem !== undefined,
    onChange: holdsVariable
      ? (next, added) => props.onChange(next === '' ? undefined : next, added)
      : props.onChange,
    renderField: (field) => <FieldRow {...field} componentId={props.componentId} />,
  };
  const explanation = input.tooltip && (
    <>
      <Tooltip label={input.tooltip} multiline maw={280} events={{ hover: true, focus: true, touch: true }}>
        <UnstyledButton className={classes['info']} aria-label={input.tooltip}>
          <Info size={14} aria-hidden />
        </UnstyledButton>
      </Tooltip>
      <span id={`${id}-tooltip`} hidden>
        {input.tooltip}
      </span>
    </>
  );
  const variable = offersVariable && (
    <UseVariable
      label={label}
      source={source}
      expects={expectationOf(input)}
      inUse={holdsVariable}
      picking={picking}
      onPicking={setPicking}
      onPick={(placeholder, added) => {
        picked.current = true;
        props.onChange(placeholder, added);
      }}
      onFixed={() => props.onChange(undefined)}
    />
  );

  return (
    <div ref={row} className={classes['row']} data-field={name} data-aimed={aimed || undefined} {...pickKeys}>
      {showsLabel && (
        <div className={classes['head']}>
          <label
            id={labelId}
            htmlFor={id}
            className={classes['label']}
            onClick={(event) => focusEditor(event.currentTarget)}
          >
            {label}
            {required && (
              <span className={classes['required']} aria-hidden>
                *
              </span>
            )}
          </label>
          {explanation}
          <span className={classes['space']} />
          {variable}
        </div>
      )}
      {showsLabel ? (
        <Field {...fieldProps} />
      ) : (
        <div className={classes['head']}>
          <Field {...fieldProps} />
          {explanation}
          <span className={classes['space']} />
          {variable}
        </div>
      )}
      {note}
      {hint && (
        <Text id={`${id}-hint`} size="xs" c="dimmed">
          {hint}
        </Text>
      )}
      {problem && (
        <Text id={`${id}-problem`} size="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  );
}

/** An editor is no form control: its label has to be told to focus it. */
function focusEditor(label: HTMLElement): void {
  label
    .closest('[data-field]')
    ?.querySelector<HTMLElement>(`[contenteditable][aria-labelledby="${CSS.escape(label.id)}"]`)
    ?.focus();
}
