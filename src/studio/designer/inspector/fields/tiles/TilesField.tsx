import { ActionIcon, CheckIcon, ColorSwatch, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { inspectorFieldsText as text } from '../../../../text/english/inspector-fields.ts';
import type { FieldProps } from '../field-props.ts';
import { type Choice, choicesOf, keyOf, nothingChosen, withStored } from '../options.ts';
import classes from './Tiles.module.css';

type TileProps = { choice: Choice; control: ReactNode; checked: boolean };

/** Options side by side, of which one is chosen; with `multi` several, and the value is a list. */
export function ButtonGroupField(props: FieldProps) {
  return <Tiles {...props} multi={props.input['multi'] === true} Tile={ButtonTile} />;
}

/** Colours to choose one of. */
export function ColorPaletteField(props: FieldProps) {
  return <Tiles {...props} multi={false} Tile={ColorTile} />;
}

function ButtonTile({ choice, control }: TileProps) {
  return (
    <label className={classes['tile']}>
      {control}
      {choice.icon && <img src={choice.icon} alt="" className={classes['icon']} />}
      {choice.label}
    </label>
  );
}

/** A value that is no colour is told in words. */
function ColorTile(props: TileProps) {
  const { choice, control, checked } = props;
  const color = typeof choice.value === 'string' ? choice.value : '';
  if (!CSS.supports('color', color)) return <ButtonTile {...props} />;
  return (
    <Tooltip label={choice.label}>
      <label className={classes['swatch']}>
        {control}
        <ColorSwatch color={color} size={26}>
          {checked && <CheckIcon size={12} className={classes['check'] ?? ''} />}
        </ColorSwatch>
      </label>
    </Tooltip>
  );
}

/** Radio buttons (or, with `multi`, checkboxes) in the clothes of tiles: the browser gives them their keys. */
function Tiles(
  props: FieldProps & {
    multi: boolean;
    Tile: ComponentType<TileProps>;
  },
) {
  const { id, labelId, describedBy, input, value, required, invalid, multi, Tile, onChange } = props;
  const { choices: known, clear } = choicesOf(input.options);
  const chosen = multi ? (Array.isArray(value) ? (value as unknown[]) : []) : isEmpty(value) ? [] : [value];
  const choices = chosen.reduce<Choice[]>(withStored, known);
  const keys = new Set(chosen.map(keyOf));
  const readOnly = input.readonly === true;
  const clearable = clear !== undefined || (!required && input.defaultValue === undefined);
  const nothing = multi && input.defaultValue !== undefined ? [] : nothingChosen(input);
  const choose = ({ key, value: picked }: Choice) => {
    if (!multi) return onChange(picked);
    const next = choices.filter((one) => (one.key === key ? !keys.has(key) : keys.has(one.key)));
    return onChange(next.length > 0 ? next.map((one) => one.value) : nothing);
  };
  return (
    <div
      role={multi ? 'group' : 'radiogroup'}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      {...(multi ? {} : { 'aria-required': required })}
      className={[classes['tiles'], invalid && classes['invalid']].filter(Boolean).join(' ')}
    >
      {choices.map((choice, index) => {
        const checked = keys.has(choice.key);
        const control = (
          <input
            className={classes['input']}
            {...(index === 0 ? { id } : {})}
            type={multi ? 'checkbox' : 'radio'}
            name={id}
            aria-label={choice.label}
            checked={checked}
            disabled={readOnly}
            onChange={() => choose(choice)}
          />
        );
        return <Tile key={choice.key} choice={choice} control={control} checked={checked} />;
      })}
      {clearable && keys.size > 0 && !readOnly && (
        <Tooltip label={clear ?? text('clear')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={clear ?? text('clear')}
            onClick={() => onChange(nothing)}
          >
            <X size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
