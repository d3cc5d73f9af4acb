import { Stack, Text, Title } from '@mantine/core';
import type { RunDetail } from '../../contract/runs.ts';
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
        Messages
      </Title>
      <Panel p="md">
        <Stack gap="md">
          {run.log.map((entry, index) => (
            <div key={index}>
              <Text size="sm" c="dimmed" component="div" mb={4}>
                {labels.get(entry.componentId) ?? 'A component'} · {entry.severity} ·{' '}
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
