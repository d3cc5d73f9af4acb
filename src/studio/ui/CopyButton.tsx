import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { uiText as text } from '../text/english/ui.ts';

/** Copies a text, and shows for two seconds that it did. `label` says what, e.g. "Copy the address". */
export function CopyButton(props: {
  value: string | (() => string);
  label: string;
  size?: number;
  disabled?: boolean;
}) {
  const clipboard = useClipboard({ timeout: 2_000 });
  const Icon = clipboard.copied ? Check : Copy;
  const size = props.size ?? 28;
  const content = () => (typeof props.value === 'string' ? props.value : props.value());
  const label = clipboard.copied ? text('copied') : props.label;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        aria-label={label}
        disabled={props.disabled ?? false}
        onClick={() => clipboard.copy(content())}
      >
        <Icon size={size / 2} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
