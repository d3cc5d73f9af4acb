import { Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import type { Modifier } from '../../../../flow/modifiers/modifier.ts';
import { modifierCategory } from '../../../modifiers.ts';
import { pillText as text } from '../../../text/english/pill.ts';
import classes from './ModifierPicker.module.css';
import { kindsOf, type OfferedGroup, offeredModifiers } from './offered-modifiers.ts';
import { valueText } from './value-text.ts';

/** The modifiers to choose from, those that fit the value first. */
export function ModifierPicker(props: {
  value: unknown;
  onPick: (name: string) => void;
  onClose: () => void;
}) {
  const { value, onPick, onClose } = props;
  const listId = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const { fitting, others } = useMemo(() => offeredModifiers(value, search), [value, search]);
  const all = [...fitting, ...others].flatMap(({ modifiers }) => modifiers);
  const active = all[Math.min(at, all.length - 1)];
  const kind = kindsOf(value)[0];

  const activeId = active && `${listId}-${active.name}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(all.length - 1, Math.min(at, all.length - 1) + step)));
    }
    if (event.key === 'Enter' && active) {
      // The button takes the focus before the key is released, and would open the list again.
      event.preventDefault();
      onPick(active.name);
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };

  const groups = (offered: OfferedGroup[], prefix: string) =>
    offered.map(({ key, category, modifiers }) => (
      <div key={prefix + key} role="group" aria-label={modifierCategory(category).label}>
        <Text className={classes['group']} size="xs" c="dimmed" aria-hidden>
          {modifierCategory(category).label}
        </Text>
        {modifiers.map((modifier) => (
          <Option
            key={modifier.name}
            id={`${listId}-${modifier.name}`}
            modifier={modifier}
            active={modifier === active}
            onPick={() => onPick(modifier.name)}
          />
        ))}
      </div>
    ));

  return (
    <div className={classes['picker']}>
      <TextInput
        size="xs"
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-label={text('add.search')}
        placeholder={text('add.search')}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} className={classes['list']} role="listbox" aria-label={text('add.list')}>
        {fitting.length > 0 && kind && (
          <Text className={classes['part']} size="xs" fw={600} role="presentation">
            {text('add.fitting', { kind: text(`kind.${kind}`) })}
          </Text>
        )}
        {groups(fitting, 'f')}
        {fitting.length > 0 && others.length > 0 && (
          <Text className={classes['part']} size="xs" fw={600} role="presentation">
            {text('add.others')}
          </Text>
        )}
        {groups(others, 'o')}
      </div>
      {all.length === 0 && (
        <Text className={classes['group']} size="xs" c="dimmed" role="status">
          {text('add.noMatch', { search })}
        </Text>
      )}
    </div>
  );
}

function Option(props: { id: string; modifier: Modifier; active: boolean; onPick: () => void }) {
  const { id, modifier, active, onPick } = props;
  const { value, result } = modifier.example;
  return (
    <div id={id} role="option" aria-selected={active} className={classes['option']} onClick={onPick}>
      <div className={classes['label']}>{modifier.label}</div>
      <div className={classes['description']}>{modifier.description}</div>
      {result !== undefined && (
        <code className={classes['example']}>
          {text('add.example', { value: valueText(value), result: valueText(result) })}
        </code>
      )}
    </div>
  );
}
