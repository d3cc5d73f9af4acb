import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a notification says, with a button for what one may want to do about it; F6 leads there. */
export function NoticeWithAction(props: { children: ReactNode; action: string; onAction: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" data-panel>
      <span>{props.children}</span>
      <Button size="compact-sm" variant="default" flex="none" onClick={props.onAction}>
        {props.action}
      </Button>
    </Group>
  );
}
