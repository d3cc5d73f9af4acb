import { Alert, Button, Group } from '@mantine/core';
import { useEventNames } from '../../api/events.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { absoluteTime } from '../../ui/time.ts';
import { usePanelsStore } from '../panels/panels-context.ts';
import { eventProperty } from './held-names.ts';
import type { HeldName } from './use-held-name.ts';

/** Below a trigger of a running flow, before it waits for another event: what that changes, and when the old one last came. */
export function RenamedListener({ componentId, held }: { componentId: string; held: HeldName }) {
  const { current, next, take, leave } = held;
  const panels = usePanelsStore();
  const names = useEventNames({ enabled: next !== undefined });
  if (current === undefined || next === undefined) return null;
  const isName = next.trim() !== '';
  // The button that is pressed goes.
  const andGoBack = (act: () => void) => () => {
    act();
    panels.getState().seek({ componentId, place: { part: 'properties', field: eventProperty } });
  };
  const cameLast = (name: string) => {
    const last = names.data?.find((one) => one.name === name)?.lastAt;
    return last === undefined
      ? text('renamed.never', { name })
      : text('renamed.last', { name, time: absoluteTime(last) });
  };
  return (
    <Alert
      color="yellow"
      variant="light"
      p="xs"
      role="status"
      title={text('renamed.title', { current })}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      data-renamed-listener
    >
      {isName ? text('renamed.about', { current, next }) : text('renamed.nameless')}
      {names.data && ` ${cameLast(current)}`}
      {names.data && isName && ` ${cameLast(next)}`}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" disabled={!isName} maw="100%" onClick={andGoBack(take)}>
          {text('renamed.take')}
        </Button>
        <Button size="compact-sm" variant="default" maw="100%" onClick={andGoBack(leave)}>
          {text('renamed.leave', { current })}
        </Button>
      </Group>
    </Alert>
  );
}
