import { ActionIcon, Button, TextInput } from '@mantine/core';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { inspectorFieldsText as text } from '../../../text/english/inspector-fields.ts';
import { VariableInput } from '../../variables/VariableInput.tsx';
import { useVariables } from '../../variables/variable-context.ts';
import type { FieldProps } from './field-props.ts';
import { focusWhenThere } from './focus-when-there.ts';
import { itemsOf, moved } from './list-value.ts';
import { TextField } from './TextField.tsx';
import classes from './Rows.module.css';
import { textOf } from './text-value.ts';

/** Which control has the focus once the rows have changed. */
type Focus = { row: number; part: 'text' | 'up' | 'down' };

/** Texts in an order; the value is a list. */
export function ListField(props: FieldProps) {
  const { label, labelId, value, input, references, onChange } = props;
  const source = useVariables();
  const rows = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<Focus>();
  const [told, setTold] = useState('');
  const items = itemsOf(value);

  useEffect(() => {
    if (!focus || !rows.current) return undefined;
    const within = rows.current;
    const control = () => {
      const row = within.querySelectorAll('[data-row]')[focus.row];
      return focus.part === 'text'
        ? row?.querySelector<HTMLElement>('[contenteditable=true], input')
        : (row?.querySelector<HTMLElement>(`[data-part=${focus.part}]:not(:disabled)`) ??
            row?.querySelector<HTMLElement>('[data-part]:not(:disabled)'));
    };
    return focusWhenThere(within, control, () => setFocus(undefined));
  }, [focus]);

  // A text in place of a list: a variable that is one, or what an older document holds.
  if (!items) return <TextField {...props} />;
  const set = (next: string[], added?: FieldProps['references']) =>
    onChange(next.length > 0 ? next : undefined, added);
  const move = (from: number, to: number, part: Focus['part']) => {
    set(moved(items, from, to));
    setFocus({ row: to, part });
    setTold(text('list.moved', { number: to + 1, count: items.length }));
  };
  const readOnly = input.readonly === true;

  return (
    <div ref={rows} className={classes['rows']} role="group" aria-labelledby={labelId}>
      {items.map((item, index) => {
        const number = index + 1;
        const name = text('list.item', { label, number });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- an item has no identity but its place
          <div key={index} className={classes['item']} data-row role="group" aria-label={name}>
            {source && !readOnly ? (
              <>
                <span id={`${labelId}-item-${index}`} hidden>
                  {name}
                </span>
                <VariableInput
                  labelId={`${labelId}-item-${index}`}
                  label={name}
                  value={textOf(item)}
                  references={references}
                  source={source}
                  placeholder={input.placeholder ?? ''}
                  onChange={(next, added) => set(items.with(index, next), added)}
                />
              </>
            ) : (
              <TextInput
                size="sm"
                aria-label={name}
                readOnly={readOnly}
                placeholder={input.placeholder ?? ''}
                value={textOf(item)}
                onChange={(event) => set(items.with(index, event.currentTarget.value))}
              />
            )}
            {!readOnly && (
              <div className={classes['itemActions']}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  data-part="up"
                  aria-label={text('list.up', { number })}
                  disabled={index === 0}
                  onClick={() => move(index, index - 1, 'up')}
                >
                  <ArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  data-part="down"
                  aria-label={text('list.down', { number })}
                  disabled={number === items.length}
                  onClick={() => move(index, index + 1, 'down')}
                >
                  <ArrowDown size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={text('list.remove', { number })}
                  onClick={() => {
                    set(items.toSpliced(index, 1));
                    if (items.length > 1) setFocus({ row: Math.max(0, index - 1), part: 'text' });
                  }}
                >
                  <X size={14} />
                </ActionIcon>
              </div>
            )}
          </div>
        );
      })}
      {!readOnly && (
        <Button
          className={classes['add']}
          variant="default"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden />}
          onClick={() => {
            set([...items, '']);
            setFocus({ row: items.length, part: 'text' });
          }}
        >
          {text('list.add')}
        </Button>
      )}
      <span role="status" className={classes['told']}>
        {told}
      </span>
    </div>
  );
}
