import { Button, Popover } from '@mantine/core';
import { Braces } from 'lucide-react';
import type { Reference } from '../../../../flow/descriptor.ts';
import type { Expectation } from '../../../../flow/fit.ts';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import { variablesText } from '../../../text/english/variables.ts';
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
  /** Is the picker open? */
  picking: boolean;
  onPicking: (open: boolean) => void;
  onPick: (placeholder: string, added: Record<string, Reference>) => void;
  onFixed: () => void;
}) {
  const { label, source, expects, inUse, picking, onPicking, onPick, onFixed } = props;
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
      onDismiss={() => onPicking(false)}
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
          title={variablesText('insertByTyping')}
          aria-haspopup="dialog"
          aria-expanded={picking}
          onClick={() => onPicking(!picking)}
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
          onClose={() => onPicking(false)}
          onDropped={() => onPicking(false)}
          onPick={(reference) => {
            onPicking(false);
            onPick(...soleReference(reference));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
