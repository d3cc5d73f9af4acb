import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { inspectorText } from '../../../text/english/inspector.ts';
import { VariableInput } from '../../variables/VariableInput.tsx';
import { useVariables } from '../../variables/variable-context.ts';
import type { FieldProps } from './field-props.ts';
import { type Pair, pairsOf, textOfPairs, withPair } from './key-value-text.ts';
import classes from './Rows.module.css';
import { TextareaField } from './TextField.tsx';
import { textOf } from './text-value.ts';

/** Names and values, stored as the text of a JSON object. */
export function KeyValueField(props: FieldProps) {
  const { input, label, labelId, value, references, onChange } = props;
  const source = useVariables();
  const text = textOf(value);
  const stored = pairsOf(text);
  // Pairs that are not named yet have no place in the JSON text: they live here while it is edited.
  const [edited, setEdited] = useState<{ text: string; pairs: Pair[] }>();
  if (!stored || input.readonly) return <TextareaField {...props} />;
  const pairs = edited && edited.text === text ? edited.pairs : stored;

  const word = (key: string, fallback: string) => (typeof input[key] === 'string' ? input[key] : fallback);
  const keyLabel = word('keyLabel', inspectorText('pair.name'));
  const valueLabel = word('valueLabel', inspectorText('pair.value'));
  const set = (next: Pair[], added?: FieldProps['references']) => {
    const nextText = textOfPairs(next);
    setEdited({ text: nextText, pairs: next });
    if (nextText !== text) onChange(nextText, added);
  };
  const change = (at: number, pair: Partial<Pair>, added?: FieldProps['references']) =>
    set(withPair(pairs, at, pair), added);

  return (
    <div className={classes['rows']} role="group" aria-labelledby={labelId}>
      {pairs.map((pair, index) => (
        // A pair is known by its place: its name changes while it is typed.
        // oxlint-disable-next-line react/no-array-index-key -- a pair has no identity but its place
        <div key={index} className={classes['pair']}>
          <TextInput
            size="sm"
            aria-label={inspectorText('pair.numbered', { word: keyLabel, number: index + 1 })}
            placeholder={keyLabel}
            value={pair.key}
            onChange={(event) => change(index, { key: event.currentTarget.value })}
          />
          {source ? (
            <>
              <span id={`${labelId}-value-${index}`} hidden>
                {inspectorText('pair.numbered', { word: valueLabel, number: index + 1 })}
              </span>
              <VariableInput
                labelId={`${labelId}-value-${index}`}
                label={inspectorText('pair.valueOf', { word: valueLabel, number: index + 1, field: label })}
                value={pair.value}
                references={references}
                source={source}
                placeholder={valueLabel}
                onChange={(next, added) => change(index, { value: next }, added)}
              />
            </>
          ) : (
            <TextInput
              size="sm"
              aria-label={inspectorText('pair.numbered', { word: valueLabel, number: index + 1 })}
              placeholder={valueLabel}
              value={pair.value}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={removalOf(input['removeLabel'], pair.key || index + 1)}
            onClick={() => set(pairs.filter((_, at) => at !== index))}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        className={classes['add']}
        variant="default"
        size="compact-sm"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => set([...pairs, { key: '', value: '' }])}
      >
        {word('addLabel', inspectorText('field.add'))}
      </Button>
    </div>
  );
}

/** `word` is the manifest's own for it. */
function removalOf(word: unknown, pair: string | number): string {
  return typeof word === 'string'
    ? inspectorText('pair.removeAs', { word, pair })
    : inspectorText('pair.remove', { pair });
}
