import { ActionIcon, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { modals } from '@mantine/modals';
import {
  Copy,
  Ellipsis,
  EyeOff,
  PenLine,
  Play,
  ScrollText,
  Square,
  SquareArrowOutUpRight,
  Trash,
} from 'lucide-react';
import { Link } from 'wouter';
import { useStartFlow, useStopFlow } from '../api/coordinator.ts';
import { type FlowSummary, useDeleteFlow, useDuplicateFlow, useUnpublish } from '../api/flows.ts';
import { report } from '../ui/notify.tsx';
import { isStartable } from './flow-kinds.ts';
import { RenameFlow } from './RenameFlow.tsx';

/** What can be done with a flow from the list. */
export function FlowMenu({ flow }: { flow: FlowSummary }) {
  const [renaming, rename] = useDisclosure();
  const start = useStartFlow();
  const stop = useStopFlow();
  const duplicate = useDuplicateFlow();
  const unpublish = useUnpublish();
  const remove = useDeleteFlow();
  const isTemplate = flow.type === 'integration-template';
  const isRunning = flow.stage === 'running' || flow.stage === 'starting';

  const confirmDelete = () =>
    modals.openConfirmModal({
      title: `Delete “${flow.name}”?`,
      children: (
        <Text size="md">
          {isRunning && 'It is running and will be stopped. '}
          {isTemplate && 'It leaves the Integrations page; what people have activated keeps running. '}
          This cannot be undone.
        </Text>
      ),
      labels: { confirm: 'Delete', cancel: 'Cancel' },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(remove.mutateAsync(flow.flowId), {
          done: `“${flow.name}” is deleted.`,
          failed: 'The flow was not deleted',
        }),
    });

  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${flow.name}`}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            href={`/flows/${flow.flowId}`}
            leftSection={<SquareArrowOutUpRight size={16} />}
          >
            Open
          </Menu.Item>
          {isStartable(flow.type) && !isRunning && (
            <Menu.Item
              leftSection={<Play size={16} />}
              onClick={() =>
                report(start.mutateAsync(flow.flowId), { failed: `“${flow.name}” cannot start` })
              }
            >
              Start
            </Menu.Item>
          )}
          {isStartable(flow.type) && isRunning && (
            <Menu.Item
              leftSection={<Square size={16} />}
              onClick={() =>
                report(stop.mutateAsync(flow.flowId), { failed: `“${flow.name}” was not stopped` })
              }
            >
              Stop
            </Menu.Item>
          )}
          {isStartable(flow.type) && (
            <Menu.Item
              component={Link}
              href={`/runs?flow=${flow.flowId}`}
              leftSection={<ScrollText size={16} />}
            >
              Log
            </Menu.Item>
          )}
          <Menu.Item leftSection={<PenLine size={16} />} onClick={rename.open}>
            Rename…
          </Menu.Item>
          {!isTemplate && (
            <Menu.Item
              leftSection={<Copy size={16} />}
              onClick={() =>
                report(duplicate.mutateAsync(flow), {
                  done: `“Copy of ${flow.name}” is here.`,
                  failed: 'The flow was not duplicated',
                })
              }
            >
              Duplicate
            </Menu.Item>
          )}
          {isTemplate && flow.sharedWith.length > 0 && (
            <Menu.Item
              leftSection={<EyeOff size={16} />}
              onClick={() =>
                report(unpublish.mutateAsync(flow.flowId), {
                  done: `“${flow.name}” is no longer offered to anyone.`,
                  failed: 'The template is still shared',
                })
              }
            >
              Unpublish
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item c="var(--studio-fail)" leftSection={<Trash size={16} />} onClick={confirmDelete}>
            Delete…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameFlow flow={flow} opened={renaming} onClose={rename.close} />
    </>
  );
}
