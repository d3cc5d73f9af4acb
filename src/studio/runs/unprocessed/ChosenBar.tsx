import { Button, Checkbox, Group } from '@mantine/core';
import { Trash } from 'lucide-react';
import type { RetryFrom } from '../../api/unprocessed.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import { RetryMenu } from './RetryMenu.tsx';
import classes from './Unprocessed.module.css';
import type { Chosen } from './use-unprocessed-actions.tsx';

/** Above the list: choosing all of it, and what can be done with those chosen. */
export function ChosenBar(props: {
  /** Undefined while none is. */
  chosen: Chosen | undefined;
  all: boolean;
  isRetrying: boolean;
  onChooseAll: (all: boolean) => void;
  onRetry: (from: RetryFrom) => void;
  onDiscard: () => void;
}) {
  const { chosen, all, isRetrying, onChooseAll, onRetry, onDiscard } = props;
  return (
    <div className={classes.bar}>
      <Checkbox
        size="sm"
        checked={all}
        indeterminate={chosen !== undefined && !all}
        onChange={() => onChooseAll(!all)}
        label={chosen ? text('chosen', { count: chosen.count }) : text('chooseAll')}
      />
      {chosen && (
        <Group gap="xs">
          <RetryMenu size="xs" loading={isRetrying} onRetry={onRetry} />
          <Button
            variant="default"
            size="xs"
            leftSection={<Trash size={14} aria-hidden />}
            onClick={onDiscard}
          >
            {text('discard.label')}
          </Button>
        </Group>
      )}
    </div>
  );
}
