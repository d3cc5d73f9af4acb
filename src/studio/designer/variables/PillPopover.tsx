import { ActionIcon, Button, Group, Popover, Text, Tooltip } from '@mantine/core';
import { Trash2, X } from 'lucide-react';
import type { Reference } from '../../../flow/descriptor.ts';
import { variablesText as text } from '../../text/english/variables.ts';
import { ModifierList } from './pill/ModifierList.tsx';
import type { OpenedPill } from './opened-pill.ts';
import classes from './PillPopover.module.css';
import { sampleText, typeText } from './sample-text.ts';
import type { VariableSource } from './variable-source.ts';

/** What a pill stands for, and the modifiers applied to it. */
export default function PillPopover(props: {
  opened: OpenedPill;
  reference: Reference;
  source: VariableSource;
  onChange: (reference: Reference) => void;
  onRemove: () => void;
  onClose: () => void;
}) {
  const { opened, reference, source, onChange, onRemove, onClose } = props;
  const described = source.describe(reference);
  const { rect } = opened;
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-start"
      shadow="md"
      withinPortal
      withRoles={false}
      trapFocus
      width={360}
    >
      <Popover.Target>
        <span
          aria-hidden
          className={classes['anchor']}
          style={{ left: rect.left, top: rect.top, width: rect.width, height: rect.height }}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={text('pill.title', { name: described.label })}
        className={classes['dropdown']}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onClose();
        }}
      >
        <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
          <div className={classes['heading']}>
            <Text size="sm" fw={600}>
              {described.label}
            </Text>
            <Text size="xs" c="dimmed" className={classes['place']}>
              {described.place}
            </Text>
          </div>
          <Tooltip label={text('pill.close')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={text('pill.close')}
              onClick={onClose}
              data-autofocus
            >
              <X size={14} />
            </ActionIcon>
          </Tooltip>
        </Group>
        {described.broken && (
          <Text size="xs" c="var(--mantine-color-error)" mt={6}>
            {described.broken}
          </Text>
        )}
        {described.field && (
          <dl className={classes['facts']}>
            <dt>{text('pill.type')}</dt>
            <dd>{typeText(described.field)}</dd>
            {described.field.sample !== undefined && (
              <>
                <dt>{text('pill.example')}</dt>
                <dd className={classes['example']}>{sampleText(described.field)}</dd>
              </>
            )}
          </dl>
        )}
        <ModifierList
          reference={reference}
          sample={described.field && (described.field.sample ?? described.field.whole)}
          onChange={onChange}
        />
        <Group justify="flex-end" mt="sm">
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={onRemove}
          >
            {text('pill.removeThis')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
