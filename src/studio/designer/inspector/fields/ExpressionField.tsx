import { ActionIcon, Button, Group } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { Fragment } from 'react';
import type { InspectorInput } from '../../../../flow/manifest.ts';
import { valuesInForce } from '../../../../flow/default-values.ts';
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
import { withoutTaken } from './exclusive-options.ts';
import classes from './Rows.module.css';

/** Rows of fields (ADD), or conditions joined by AND and OR. */
export function ExpressionField(props: FieldProps) {
  const { input, label, labelId, value, references, onChange, renderField } = props;
  const expression = readExpression(value, input.levels);
  const fields = input.fields ?? {};
  const set = (next: Expression, added?: FieldProps['references']) => onChange(writeExpression(next), added);
  const allRows = expression.groups.flat();
  const isList = expression.outer === 'ADD';
  const rowLabel = (at: string) => `${label}, ${isList ? 'row' : 'condition'} ${at}`;

  return (
    <div className={classes['rows']} role="group" aria-labelledby={labelId}>
      {expression.groups.map((rows, group) => (
        // Rows and groups are known by their place only: the stored form gives them no identity.
        // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place
        <Fragment key={group}>
          {group > 0 && <div className={classes['joint']}>{expression.outer.toLowerCase()}</div>}
          <div className={classes['group']}>
            {rows.map((row, index) => {
              const name = rowLabel(expression.inner ? `${group + 1}.${index + 1}` : String(index + 1));
              const shown = withoutTaken(fields, input.exclusiveFields, allRows, row);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- a row has no identity but its place
                <Fragment key={index}>
                  {index > 0 && !isList && (
                    <div className={classes['inner']}>
                      {(expression.inner ?? expression.outer).toLowerCase()}
                    </div>
                  )}
                  <div className={classes['row']} role="group" aria-label={name} data-row>
                    {rowFields(shown, row).map(({ name: cell, input: column, value: content }) => (
                      <Fragment key={cell}>
                        {renderField({
                          idPrefix: `${labelId}-${group}-${index}`,
                          name: cell,
                          input: column,
                          value: content,
                          required: column.required === true,
                          references,
                          onChange: (next, added) =>
                            set(setCell(expression, { group, row: index, name: cell }, next), added),
                        })}
                      </Fragment>
                    ))}
                    <ActionIcon
                      className={classes['remove']}
                      variant="subtle"
                      color="gray"
                      size="sm"
                      aria-label={`Remove ${name}`}
                      onClick={() => set(removeRow(expression, group, index))}
                    >
                      <X size={14} />
                    </ActionIcon>
                  </div>
                </Fragment>
              );
            })}
            {expression.inner && (
              <AddButton label="Or" onClick={() => set(addRow(expression, group, newRow(fields)))} />
            )}
          </div>
        </Fragment>
      ))}
      <Group>
        {expression.inner ? (
          <AddButton
            label={allRows.length > 0 ? 'And' : 'Add condition'}
            onClick={() => set(addGroup(expression, newRow(fields)))}
          />
        ) : (
          <AddButton
            label={isList ? 'Add' : allRows.length > 0 ? 'And' : 'Add condition'}
            onClick={() => set(addRow(expression, 0, newRow(fields)))}
          />
        )}
      </Group>
    </div>
  );
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
