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
import { flowsText as text } from '../text/english/flows.ts';
import { uiText } from '../text/english/ui.ts';
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
      title: text('delete.title', { name: flow.name }),
      children: (
        <Text size="md">
          {[
            isRunning && text('delete.running'),
            isTemplate && text('delete.template'),
            text('delete.forEver'),
          ]
            .filter(Boolean)
            .join(' ')}
        </Text>
      ),
      labels: { confirm: text('delete.confirm'), cancel: uiText('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(remove.mutateAsync(flow.flowId), {
          done: text('delete.done', { name: flow.name }),
          failed: text('delete.failed'),
        }),
    });

  return (
    <>
      <Menu width={200}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={text('menu.label', { name: flow.name })}>
            <Ellipsis size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            href={`/flows/${flow.flowId}`}
            leftSection={<SquareArrowOutUpRight size={16} />}
          >
            {text('menu.open')}
          </Menu.Item>
          {isStartable(flow.type) && !isRunning && (
            <Menu.Item
              leftSection={<Play size={16} />}
              onClick={() =>
                report(start.mutateAsync(flow.flowId), {
                  failed: text('menu.startFailed', { name: flow.name }),
                })
              }
            >
              {text('menu.start')}
            </Menu.Item>
          )}
          {isStartable(flow.type) && isRunning && (
            <Menu.Item
              leftSection={<Square size={16} />}
              onClick={() =>
                report(stop.mutateAsync(flow.flowId), {
                  failed: text('menu.stopFailed', { name: flow.name }),
                })
              }
            >
              {text('menu.stop')}
            </Menu.Item>
          )}
          {isStartable(flow.type) && (
            <Menu.Item
              component={Link}
              href={`/runs?flow=${flow.flowId}`}
              leftSection={<ScrollText size={16} />}
            >
              {text('menu.log')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<PenLine size={16} />} onClick={rename.open}>
            {text('menu.rename')}
          </Menu.Item>
          {!isTemplate && (
            <Menu.Item
              leftSection={<Copy size={16} />}
              onClick={() =>
                report(duplicate.mutateAsync({ flow, prefix: text('menu.copyPrefix') }), {
                  done: text('menu.duplicated', { name: text('menu.copyPrefix') + flow.name }),
                  failed: text('menu.duplicateFailed'),
                })
              }
            >
              {text('menu.duplicate')}
            </Menu.Item>
          )}
          {isTemplate && flow.sharedWith.length > 0 && (
            <Menu.Item
              leftSection={<EyeOff size={16} />}
              onClick={() =>
                report(unpublish.mutateAsync(flow.flowId), {
                  done: text('menu.unpublished', { name: flow.name }),
                  failed: text('menu.unpublishFailed'),
                })
              }
            >
              {text('menu.unpublish')}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item c="var(--studio-fail)" leftSection={<Trash size={16} />} onClick={confirmDelete}>
            {text('menu.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameFlow flow={flow} opened={renaming} onClose={rename.close} />
    </>
  );
}
