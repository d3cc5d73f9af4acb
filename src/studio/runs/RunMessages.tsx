import { Stack, Text, Title } from '@mantine/core';
import type { RunDetail } from '../../contract/runs.ts';
import { runsText as text } from '../text/english/runs.ts';
import { JsonView } from '../ui/json/JsonView.tsx';
import { Panel } from '../ui/Panel.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';

/** What components wrote to the log while the run went through them. */
export function RunMessages({ run }: { run: RunDetail }) {
  if (run.log.length === 0) return null;
  const labels = new Map(run.steps.map((step) => [step.componentId, step.label]));
  return (
    <>
      <Title order={2} mt="xl" mb="sm">
        {text('messages.title')}
      </Title>
      <Panel p="md">
        <Stack gap="md">
          {run.log.map((entry, index) => (
            <div key={index}>
              <Text size="sm" c="dimmed" component="div" mb={4}>
                {labels.get(entry.componentId) ?? text('messages.component')} · {severityOf(entry)} ·{' '}
                <RelativeTime iso={entry.at} />
              </Text>
              {typeof entry.message === 'string' ? (
                <Text size="md" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                  {entry.message}
                </Text>
              ) : (
                <JsonView value={entry.message} />
              )}
            </div>
          ))}
        </Stack>
      </Panel>
    </>
  );
}

function severityOf({ severity }: RunDetail['log'][number]): string {
  return severity === 'info' || severity === 'warning' || severity === 'error'
    ? text(`messages.${severity}`)
    : severity;
}
