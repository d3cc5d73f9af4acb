import { ActionIcon, Button, Group, NativeSelect, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { type FormEvent, useMemo, useState } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import {
  referenceToItem,
  referenceToMatch,
  referenceToMatches,
  takesOperand,
} from '../../../../flow/list-references.ts';
import type { Operator } from '../../../../flow/modifiers/compare.ts';
import { stepsInWords } from '../../../../flow/variables.ts';
import { findModifier } from '../../../modifiers.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { itemOf } from '../list-parts.ts';
import { ReferencePreview } from '../preview/ReferencePreview.tsx';
import type { ItemChoice } from '../variable-row.ts';
import type { VariableSource } from '../variable-source.ts';
import classes from './ItemChooser.module.css';
import { itemFields } from './item-fields.ts';

/** Stands for the item itself among its fields: no path is that. */
const wholeItem = '.';

/** Asks which item of a list: by its place, or by a condition, and which field of it. */
export function ItemChooser(props: {
  choice: ItemChoice;
  source: VariableSource;
  onPick: (reference: Reference) => void;
  onBack: () => void;
}) {
  const { choice, source, onPick, onBack } = props;
  const { by, path, list } = choice;
  const fields = useMemo(() => itemFields(itemOf(list) ?? list), [list]);
  const [place, setPlace] = useState<number | string>(1);
  const [tested, setTested] = useState(fields[0]?.value ?? wholeItem);
  const [operator, setOperator] = useState<Operator>('=');
  const [operand, setOperand] = useState('');
  const [takes, setTakes] = useState<'first' | 'all'>('first');
  const [given, setGiven] = useState(wholeItem);

  const options = [
    { value: wholeItem, label: text('list.wholeItem') },
    ...fields.map(({ value, steps }) => ({ value, label: stepsInWords(steps) })),
  ];
  const stepsOf = (value: string) => fields.find((field) => field.value === value)?.steps ?? [];
  const reference = (): Reference | undefined => {
    if (by === 'place') {
      return typeof place === 'number' ? referenceToItem(path, place, stepsOf(given)) : undefined;
    }
    const condition = { field: stepsOf(tested), operator, operand };
    return takes === 'first'
      ? referenceToMatch(path, condition, stepsOf(given))
      : referenceToMatches(path, condition, stepsOf(given));
  };
  const chosen = reference();
  const operators = findModifier('g_find')?.arguments.find(({ name }) => name === 'operator')?.options ?? [];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (chosen) onPick(chosen);
  };
  const fieldSelect = (label: string, value: string, onChange: (value: string) => void) =>
    fields.length > 0 && (
      <Select
        size="xs"
        label={label}
        data={options}
        value={value}
        searchable={options.length > 8}
        limit={100}
        allowDeselect={false}
        // In the dialog itself: a click elsewhere closes that.
        comboboxProps={{ withinPortal: false, shadow: 'md' }}
        onChange={(next) => next !== null && onChange(next)}
      />
    );

  return (
    <form className={classes['chooser']} onSubmit={submit} aria-label={text(`list.${by}`)}>
      <div className={classes['head']}>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={text('list.back')} onClick={onBack}>
          <ArrowLeft size={14} />
        </ActionIcon>
        <Text size="sm" fw={600} className={classes['title']}>
          {text('list.of', { what: text(`list.${by}`), list: stepsInWords(path.steps) })}
        </Text>
      </div>
      {by === 'place' ? (
        <NumberInput
          size="xs"
          label={text('list.number')}
          description={text('list.numberHint')}
          allowDecimal={false}
          data-autofocus
          autoFocus
          value={place}
          onChange={setPlace}
        />
      ) : (
        <>
          {fieldSelect(text('list.field'), tested, setTested)}
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <NativeSelect
              size="xs"
              className={classes['half']}
              label={text('list.operator')}
              data={operators}
              autoFocus
              value={operator}
              onChange={(event) => setOperator(event.currentTarget.value as Operator)}
            />
            {takesOperand(operator) && (
              <TextInput
                size="xs"
                className={classes['half']}
                label={text('list.operand')}
                value={operand}
                onChange={(event) => setOperand(event.currentTarget.value)}
              />
            )}
          </Group>
          <NativeSelect
            size="xs"
            label={text('list.takes')}
            data={[
              { value: 'first', label: text('list.firstMatch') },
              { value: 'all', label: text('list.allMatches') },
            ]}
            value={takes}
            onChange={(event) => setTakes(event.currentTarget.value === 'all' ? 'all' : 'first')}
          />
        </>
      )}
      {fieldSelect(text('list.gives'), given, setGiven)}
      {chosen && <ReferencePreview label={text('list.result')} reference={chosen} source={source} />}
      <Group justify="flex-end">
        <Button type="submit" size="compact-sm" disabled={!chosen}>
          {text('picker.whole')}
        </Button>
      </Group>
    </form>
  );
}
