import { ActionIcon, Anchor, Switch, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Trash } from 'lucide-react';
import { Link } from 'wouter';
import { useStartFlow, useStopFlow } from '../api/coordinator.ts';
import { type FlowSummary, useDeleteFlow } from '../api/flows.ts';
import { useLastRun } from '../api/runs.ts';
import { integrationsText as text } from '../text/english/integrations.ts';
import { uiText } from '../text/english/ui.ts';
import { report } from '../ui/notify.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { RunStatus } from '../ui/RunStatus.tsx';
import { IntegrationCard } from './IntegrationCard.tsx';
import classes from './InstanceCard.module.css';

/** An integration of the user: a switch, how its last run went, and the way to be rid of it. */
export function InstanceCard({ instance }: { instance: FlowSummary }) {
  const start = useStartFlow();
  const stop = useStopFlow();
  const remove = useDeleteFlow();
  const { flowId, name, stage } = instance;
  const isOn = stage === 'running' || stage === 'starting';
  const isBusy = start.isPending || stop.isPending;

  const toggle = () =>
    isOn
      ? report(stop.mutateAsync(flowId), { failed: text('stopFailed', { name }) })
      : report(start.mutateAsync(flowId), { failed: text('startFailed', { name }) });

  const confirmRemove = () =>
    modals.openConfirmModal({
      title: text('remove.title', { name }),
      children: <Text size="md">{text('remove.text')}</Text>,
      labels: { confirm: text('remove.button'), cancel: uiText('cancel') },
      confirmProps: { color: 'red.9' },
      onConfirm: () =>
        report(remove.mutateAsync(flowId), {
          done: text('remove.done', { name }),
          failed: text('remove.failed', { name }),
        }),
    });

  return (
    <IntegrationCard
      flow={instance}
      corner={
        <Switch
          checked={isOn}
          aria-busy={isBusy}
          onChange={() => !isBusy && toggle()}
          label={isOn ? text('on') : text('off')}
          labelPosition="left"
          withThumbIndicator={false}
          classNames={{ input: classes.switch ?? '' }}
          aria-label={name}
        />
      }
      foot={
        <>
          <LastRun flowId={flowId} />
          <Anchor component={Link} href={`/runs?flow=${flowId}`} size="sm" ml="auto">
            {text('log')}
          </Anchor>
          <Tooltip label={text('remove.button')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text('remove.label', { name })}
              onClick={confirmRemove}
            >
              <Trash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      }
    />
  );
}

function LastRun({ flowId }: { flowId: string }) {
  const { data: run } = useLastRun(flowId);
  if (run === undefined) return null;
  if (run === null)
    return (
      <Text size="sm" c="dimmed" span>
        {text('notRunYet')}
      </Text>
    );
  return (
    <>
      <RunStatus status={run.status} />
      <Text size="sm" c="dimmed" span>
        <RelativeTime iso={run.createdAt} />
      </Text>
    </>
  );
}
