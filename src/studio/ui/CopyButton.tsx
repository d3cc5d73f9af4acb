import { ActionIcon, Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';

/** Copies a text, and shows for two seconds that it did. `label` says what, e.g. "Copy the address". */
export function CopyButton(props: { value: string | (() => string); label: string; size?: number }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  const Icon = clipboard.copied ? Check : Copy;
  const size = props.size ?? 28;
  const text = () => (typeof props.value === 'string' ? props.value : props.value());
  return (
    <Tooltip label={clipboard.copied ? 'Copied' : props.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={size}
        aria-label={clipboard.copied ? 'Copied' : props.label}
        onClick={() => clipboard.copy(text())}
      >
        <Icon size={size / 2} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
