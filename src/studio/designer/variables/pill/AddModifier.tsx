import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { pillText as text } from '../../../text/english/pill.ts';
import { ModifierPicker } from './ModifierPicker.tsx';

/** A button that turns into the list of modifiers. It stands in a popover, where a menu of its own would close that. */
export function AddModifier({ value, onAdd }: { value: unknown; onAdd: (name: string) => void }) {
  const [open, setOpen] = useState(false);
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
        {text('add.open')}
      </Button>
    );
  }
  const close = () => {
    setReturning(true);
    setOpen(false);
  };
  return (
    <ModifierPicker
      value={value}
      onClose={close}
      onPick={(name) => {
        close();
        onAdd(name);
      }}
    />
  );
}
