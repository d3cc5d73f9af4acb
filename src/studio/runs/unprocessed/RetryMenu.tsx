import { Button, Menu, Text } from '@mantine/core';
import { ChevronDown, RotateCcw } from 'lucide-react';
import type { RetryFrom } from '../../api/unprocessed.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import classes from './RetryMenu.module.css';

/** Asks where to begin again, and tells what that means. */
export function RetryMenu(props: {
  onRetry: (from: RetryFrom) => void;
  /** Names what is tried again, where the button alone does not. */
  label?: string;
  size?: 'xs' | 'sm';
  /** In a row: where there is little room, the sign stands for the word. */
  inRow?: boolean;
  loading?: boolean;
}) {
  const { onRetry, label, size = 'sm', inRow = false, loading } = props;
  return (
    <Menu width={300} position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size={size}
          loading={loading ?? false}
          leftSection={<RotateCcw size={14} aria-hidden />}
          rightSection={<ChevronDown size={14} aria-hidden />}
          {...(label ? { 'aria-label': label } : {})}
        >
          <span className={inRow ? classes.word : undefined}>{text('retry.label')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Choice name="fromStep" onClick={() => onRetry('step')} />
        <Choice name="fromTrigger" onClick={() => onRetry('trigger')} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice({ name, onClick }: { name: 'fromStep' | 'fromTrigger'; onClick: () => void }) {
  return (
    <Menu.Item onClick={onClick}>
      {text(`retry.${name}`)}
      <Text size="xs" className={classes.note ?? ''}>
        {text(`retry.${name}Note`)}
      </Text>
    </Menu.Item>
  );
}
