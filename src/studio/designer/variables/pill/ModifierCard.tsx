import { ActionIcon, NumberInput, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, type LucideIcon, X } from 'lucide-react';
import type { FunctionCall } from '../../../../flow/descriptor.ts';
import { findModifier } from '../../../modifiers.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import { argumentOf, withArgument } from './function-calls.ts';
import classes from './ModifierList.module.css';

/** One modifier with its arguments. */
export function ModifierCard(props: {
  call: FunctionCall;
  onChange: (call: FunctionCall) => void;
  onRemove: () => void;
  onMoveUp: (() => void) | undefined;
  onMoveDown: (() => void) | undefined;
}) {
  const { call, onChange, onRemove, onMoveUp, onMoveDown } = props;
  const modifier = findModifier(call.name);
  const name = modifier?.label ?? call.name;
  return (
    <div className={classes['card']}>
      <div className={classes['head']}>
        <Tooltip label={modifier?.description} disabled={!modifier} multiline maw={260}>
          <span className={classes['name']}>{name}</span>
        </Tooltip>
        {onMoveUp && (
          <CardButton icon={ArrowUp} label={text('modifiers.moveUp', { name })} onClick={onMoveUp} />
        )}
        {onMoveDown && (
          <CardButton icon={ArrowDown} label={text('modifiers.moveDown', { name })} onClick={onMoveDown} />
        )}
        <CardButton icon={X} label={text('modifiers.remove', { name })} onClick={onRemove} />
      </div>
      {!modifier && (
        <Text size="xs" c="var(--mantine-color-error)">
          {text('modifiers.missing')}
        </Text>
      )}
      {modifier && modifier.arguments.length > 0 && (
        <div className={classes['arguments']}>
          {modifier.arguments.map((argument) => {
            const value = argumentOf(call, argument.name);
            const set = (next: unknown) => onChange(withArgument(call, argument.name, next));
            if (argument.type === 'boolean') {
              return (
                <Switch
                  key={argument.name}
                  size="xs"
                  label={argument.label}
                  checked={value === true}
                  onChange={(event) => set(event.currentTarget.checked)}
                />
              );
            }
            const common = {
              size: 'xs',
              label: argument.label,
              placeholder: argument.placeholder ?? '',
              withAsterisk: argument.required === true,
            } as const;
            return argument.type === 'number' ? (
              <NumberInput
                key={argument.name}
                {...common}
                value={typeof value === 'number' || typeof value === 'string' ? value : ''}
                onChange={(next) => set(next === '' ? undefined : next)}
              />
            ) : (
              <TextInput
                key={argument.name}
                {...common}
                value={typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)}
                onChange={(event) => set(event.currentTarget.value)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

function CardButton({
  icon: Icon,
  label,
  onClick,
}: {
  icon: LucideIcon;
  label: string;
  onClick: () => void;
}) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
      <Icon size={14} />
    </ActionIcon>
  );
}
