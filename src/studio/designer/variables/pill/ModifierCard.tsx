import { ActionIcon, Checkbox, Text, Tooltip } from '@mantine/core';
import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, X } from 'lucide-react';
import type { ComponentProps, KeyboardEvent } from 'react';
import type { FunctionCall } from '../../../../flow/descriptor.ts';
import { findModifier } from '../../../modifiers.ts';
import { pillText as text } from '../../../text/english/pill.ts';
import { ArgumentField } from './arguments/ArgumentField.tsx';
import { argumentOf, withArgument, withKeeping } from './function-calls.ts';
import classes from './ModifierList.module.css';
import { StageLine } from './StageLine.tsx';
import type { Stage } from './stages.ts';

/** One modifier with its arguments, and what it makes of the sample. Alt+↑ and Alt+↓ move it, and so does its grip. */
export function ModifierCard(props: {
  call: FunctionCall;
  stage: Stage | undefined;
  onChange: (call: FunctionCall) => void;
  onRemove: () => void;
  onMoveUp: (() => void) | undefined;
  onMoveDown: (() => void) | undefined;
  grip: ComponentProps<'span'> | undefined;
  mark: 'dragged' | 'before' | 'after' | undefined;
}) {
  const { call, stage, onChange, onRemove, onMoveUp, onMoveDown, grip, mark } = props;
  const modifier = findModifier(call.name);
  const name = modifier?.label ?? call.name;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = event.altKey && { ArrowUp: onMoveUp, ArrowDown: onMoveDown }[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  return (
    <div
      className={classes['card']}
      data-failed={stage?.state === 'failed' || undefined}
      data-modifier
      data-mark={mark}
      role="group"
      aria-label={name}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className={classes['head']}>
        {grip && (
          <span {...grip} className={classes['grip']} title={text('drag', { name })} data-grip aria-hidden>
            <GripVertical size={14} />
          </span>
        )}
        <span className={classes['name']}>{name}</span>
        {onMoveUp && <CardButton icon={ArrowUp} label={text('up', { name })} onClick={onMoveUp} />}
        {onMoveDown && <CardButton icon={ArrowDown} label={text('down', { name })} onClick={onMoveDown} />}
        <CardButton icon={X} label={text('remove', { name })} onClick={onRemove} />
      </div>
      {modifier ? (
        <Text size="xs" c="dimmed">
          {modifier.description}
        </Text>
      ) : (
        <Text size="xs" c="var(--mantine-color-error)">
          {text('missing')}
        </Text>
      )}
      {modifier && (
        <div className={classes['arguments']}>
          {modifier.arguments.map((argument) => (
            <div key={argument.name} data-argument>
              <ArgumentField
                argument={argument}
                value={argumentOf(call, argument.name)}
                onChange={(value) => onChange(withArgument(call, argument.name, value))}
              />
            </div>
          ))}
          <Tooltip label={text('keepHint')} multiline maw={260} openDelay={400}>
            <Checkbox
              size="xs"
              className={classes['keep']}
              label={text('keep')}
              checked={call.onError === 'keep'}
              onChange={(event) => onChange(withKeeping(call, event.currentTarget.checked))}
            />
          </Tooltip>
        </div>
      )}
      <div role="status">{stage && <StageLine stage={stage} />}</div>
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
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick}>
        <Icon size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
