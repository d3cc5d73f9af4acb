import { Button, Popover } from '@mantine/core';
import { Braces } from 'lucide-react';
import { useState } from 'react';
import type { Reference } from '../../../../flow/descriptor.ts';
import type { Expectation } from '../../../../flow/fit.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { usePickerPlacement } from '../../variables/picker/use-picker-placement.ts';
import pickerClasses from '../../variables/picker/VariablePicker.module.css';
import { VariablePicker } from '../../variables/picker/VariablePicker.tsx';
import { soleReference } from '../../variables/sole-reference.ts';
import type { VariableSource } from '../../variables/variable-source.ts';

/** Switches a field between a fixed value and a variable. */
export function UseVariable(props: {
  label: string;
  source: VariableSource;
  expects: Expectation | undefined;
  inUse: boolean;
  onPick: (placeholder: string, added: Record<string, Reference>) => void;
  onFixed: () => void;
}) {
  const { label, source, expects, inUse, onPick, onFixed } = props;
  const [picking, setPicking] = useState(false);
  const placement = usePickerPlacement();
  if (inUse) {
    return (
      <Button variant="subtle" color="gray" size="compact-xs" onClick={onFixed}>
        {text('variable.fixed')}
      </Button>
    );
  }
  return (
    <Popover
      opened={picking}
      // The picker has a use of its own for Escape.
      closeOnEscape={false}
      onDismiss={() => setPicking(false)}
      {...placement}
      shadow="md"
      withRoles={false}
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<Braces size={12} aria-hidden />}
          aria-label={text('variable.useFor', { field: label })}
          aria-haspopup="dialog"
          aria-expanded={picking}
          onClick={() => setPicking((open) => !open)}
        >
          {text('variable.use')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        p={0}
        role="dialog"
        aria-label={text('variable.variablesFor', { field: label })}
        className={pickerClasses['dialog'] ?? ''}
      >
        <VariablePicker
          source={source}
          expects={expects}
          onClose={() => setPicking(false)}
          onDropped={() => setPicking(false)}
          onPick={(reference) => {
            setPicking(false);
            onPick(...soleReference(reference));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
