import { ActionIcon, Button, Group } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { Fragment } from 'react';
import type { InspectorInput } from '../../../../flow/manifest.ts';
import { valuesInForce } from '../../../../flow/default-values.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { visibleFields } from '../field-groups.ts';
import {
  addGroup,
  addRow,
  type Expression,
  newRow,
  readExpression,
  removeRow,
  type Row,
  setCell,
  writeExpression,
} from './expression-value.ts';
import type { FieldProps } from './field-props.ts';
import { takenIn } from './exclusive-options.ts';
import { TextField } from './TextField.tsx';
import classes from './Rows.module.css';

/** Rows of fields (ADD), or conditions joined by AND and OR. */
export function ExpressionField(props: FieldProps) {
  const { input, label, labelId, value, references, onChange, renderField } = props;
  const expression = readExpression(value, input.levels);
  // A variable in place of all rows, or what an older document holds.
  if (!expression) {
    return (
      <>
        <TextField {...props} />
        {input.readonly !== true && (
          <Button
            className={classes['add']}
            variant="default"
            size="compact-sm"
            onClick={() => onChange(undefined)}
          >
            {text('rows.startAnew')}
          </Button>
        )}
      </>
    );
  }
  const fields = input.fields ?? {};
  const set = (next: Expression, added?: FieldProps['references']) => onChange(writeExpression(next), added);
  const allRows = expression.groups.flat();
  const isList = expression.outer === 'ADD';
  const readOnly = input.readonly === true;

  return (
    <div className={classes['rows']} role="group" aria-labelledby={labelId}>
      {expression.groups.map((rows, group) => (
        // Rows and groups are known by their place only: the stored form gives them no identity.
        // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place
        <Fragment key={group}>
          {group > 0 && <div className={classes['joint']}>{jointOf(expression.outer)}</div>}
          <div className={classes['group']}>
            {rows.map((row, index) => {
              const number = expression.inner ? `${group + 1}.${index + 1}` : index + 1;
              const place = { field: label, number };
              return (
                // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place
                <Fragment key={index}>
                  {index > 0 && !isList && (
                    <div className={classes['inner']}>{jointOf(expression.inner ?? expression.outer)}</div>
                  )}
                  <div
                    className={classes['row']}
                    role="group"
                    aria-label={text(isList ? 'rows.row' : 'rows.condition', place)}
                    data-row
                  >
                    {rowFields(fields, row).map(({ name: cell, input: column, value: content }) => (
                      <Fragment key={cell}>
                        {renderField({
                          idPrefix: `${labelId}-${group}-${index}`,
                          name: cell,
                          input: readOnly ? { ...column, readonly: true } : column,
                          value: content,
                          required: column.required === true,
                          taken: takenIn(cell, input.exclusiveFields, allRows, row),
                          references,
                          onChange: (next, added) =>
                            set(setCell(expression, { group, row: index, name: cell }, next), added),
                        })}
                      </Fragment>
                    ))}
                    {!readOnly && (
                      <ActionIcon
                        className={classes['remove']}
                        variant="subtle"
                        color="gray"
                        size="sm"
                        aria-label={text(isList ? 'rows.removeRow' : 'rows.removeCondition', place)}
                        onClick={() => set(removeRow(expression, group, index))}
                      >
                        <X size={14} />
                      </ActionIcon>
                    )}
                  </div>
                </Fragment>
              );
            })}
            {expression.inner && !readOnly && (
              <AddButton
                label={text('rows.addOr')}
                onClick={() => set(addRow(expression, group, newRow(fields)))}
              />
            )}
          </div>
        </Fragment>
      ))}
      {!readOnly && (
        <Group>
          {expression.inner ? (
            <AddButton
              label={text(allRows.length > 0 ? 'rows.addAnd' : 'rows.addCondition')}
              onClick={() => set(addGroup(expression, newRow(fields)))}
            />
          ) : (
            <AddButton
              label={
                isList ? text('field.add') : text(allRows.length > 0 ? 'rows.addAnd' : 'rows.addCondition')
              }
              onClick={() => set(addRow(expression, 0, newRow(fields)))}
            />
          )}
        </Group>
      )}
    </div>
  );
}

/** What stands between rows or groups joined by `AND` or `OR`. */
function jointOf(level: string): string {
  return text(level === 'OR' ? 'rows.or' : 'rows.and');
}

/** The fields that show in a row, with their values in force. */
function rowFields(fields: Record<string, InspectorInput>, row: Row) {
  const values = valuesInForce({ inputs: fields }, row);
  return visibleFields(fields, values).map((field) => ({ ...field, value: values[field.name] }));
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      className={classes['add']}
      variant="default"
      size="compact-sm"
      leftSection={<Plus size={14} aria-hidden />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
