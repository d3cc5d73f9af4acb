import { Button, ScrollArea, Text, TextInput, UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { allModifiers, modifierCategory } from '../../../modifiers.ts';
import { variablesText as text } from '../../../text/english/variables.ts';
import classes from './ModifierList.module.css';

function offeredModifiers() {
  return allModifiers()
    .filter((modifier) => modifier.takesValue)
    .map((modifier) => ({ ...modifier, group: modifierCategory(modifier.category) }))
    .sort((a, b) => a.group.index - b.group.index);
}

/** A button that turns into the list of modifiers. It stands in a popover, where a menu of its own would close that. */
export function AddModifier({ onAdd }: { onAdd: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  // The list takes its focus with it when it goes: the button that comes back has to take that over.
  const [returning, setReturning] = useState(false);
  if (!open) {
    return (
      <Button
        autoFocus={returning}
        variant="default"
        size="compact-sm"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {text('modifiers.add')}
      </Button>
    );
  }
  const words = query.trim().toLowerCase();
  const found = offeredModifiers().filter(({ label, name, description }) =>
    `${label} ${name} ${description}`.toLowerCase().includes(words),
  );
  const close = () => {
    setReturning(true);
    setOpen(false);
    setQuery('');
  };
  const add = (name: string) => {
    close();
    onAdd(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && found[0]) {
      // The button takes the focus before the key is released, and would open the list again.
      event.preventDefault();
      add(found[0].name);
    }
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <div className={classes['adding']}>
      <TextInput
        size="xs"
        autoFocus
        aria-label={text('modifiers.search')}
        placeholder={text('modifiers.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <ScrollArea.Autosize mah={220} type="auto">
        {found.map((modifier, index) => (
          <div key={modifier.name}>
            {modifier.category !== found[index - 1]?.category && (
              <Text className={classes['group']} size="xs" c="dimmed">
                {modifier.group.label}
              </Text>
            )}
            <UnstyledButton className={classes['offer']} onClick={() => add(modifier.name)}>
              <Text size="sm">{modifier.label}</Text>
              <Text size="xs" c="dimmed">
                {modifier.description}
              </Text>
            </UnstyledButton>
          </div>
        ))}
        {found.length === 0 && (
          <Text className={classes['group']} size="xs" c="dimmed">
            {text('modifiers.noMatch')}
          </Text>
        )}
      </ScrollArea.Autosize>
    </div>
  );
}
