import { Button, Group, Loader, Text } from '@mantine/core';
import { inspectorText as text } from '../../../text/english/inspector.ts';
import type { SourceState } from './use-source.ts';

/** How a static call fares: nothing to say once it has answered. */
export function SourceNote({ state }: { state: SourceState }) {
  if (state.loading) {
    return (
      <Group gap={6} role="status">
        <Loader size={12} />
        <Text size="xs" c="dimmed">
          {text('source.loading')}
        </Text>
      </Group>
    );
  }
  if (state.error === undefined) return null;
  return (
    <Group gap={6} role="alert">
      <Text size="xs" c="var(--mantine-color-error)">
        {state.error}
      </Text>
      <Button variant="subtle" size="compact-xs" onClick={state.retry}>
        {text('source.retry')}
      </Button>
    </Group>
  );
}
