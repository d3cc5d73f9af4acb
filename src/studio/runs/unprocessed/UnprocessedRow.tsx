import { ActionIcon, Checkbox, Group, Table } from '@mantine/core';
import { Trash } from 'lucide-react';
import { Link } from 'wouter';
import type { RetryFrom, UnprocessedMessage } from '../../api/unprocessed.ts';
import { uiText } from '../../text/english/ui.ts';
import { unprocessedText as text } from '../../text/english/unprocessed.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import list from '../../ui/ListTable.module.css';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { componentName } from '../component-name.ts';
import { RetryMenu } from './RetryMenu.tsx';
import classes from './Unprocessed.module.css';

/** One message: its step, which leads to the run, why it failed, and what one can do. */
export function UnprocessedRow(props: {
  message: UnprocessedMessage;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onRetry: (from: RetryFrom) => void;
  onDiscard: () => void;
}) {
  const { message, chosen, onChoose, onRetry, onDiscard } = props;
  const step = message.label || componentName(message.componentType);
  const names = { step, flow: message.flowName || uiText('untitled') };
  return (
    <Table.Tr className={`${list.row} ${classes.row}`}>
      <Table.Td className={classes.choose}>
        <Checkbox
          className={list.above ?? ''}
          size="sm"
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          aria-label={text('choose', names)}
        />
      </Table.Td>
      <Table.Td className={classes.message}>
        <div className={classes.step}>
          <ComponentIcon type={message.componentType} size={28} />
          <div>
            <Link href={`/runs/${message.runId}`} className={list.link}>
              {step}
            </Link>
            <div className={list.second}>
              {[names.flow, message.eventName, !message.flowRuns && text('flowStopped')]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
        </div>
      </Table.Td>
      <Table.Td className={classes.reason}>{message.err.message}</Table.Td>
      <Table.Td className={`${list.quiet} ${classes.when}`}>
        <span className={list.above}>
          <RelativeTime iso={message.created} />
        </span>
      </Table.Td>
      <Table.Td className={classes.actions}>
        <Group gap={4} wrap="nowrap" justify="flex-end" className={list.above ?? ''}>
          <RetryMenu size="xs" inRow label={text('retry.of', names)} onRetry={onRetry} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text('discard.of', names)}
            onClick={onDiscard}
          >
            <Trash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
