import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePage } from './use-page.ts';

/** A screen's heading, with what it is for, and its main actions at the right. */
export function PageHeader(props: {
  title: string;
  description?: ReactNode;
  /** Above the title, e.g. the way back. */
  above?: ReactNode;
  actions?: ReactNode;
}) {
  const heading = usePage(props.title);
  return (
    <header>
      {props.above}
      <Group justify="space-between" align="flex-start" gap="md">
        <div style={{ minWidth: 0, flex: '1 1 12rem' }}>
          <Title order={1} ref={heading} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
            {props.title}
          </Title>
          {props.description && (
            <Text c="dimmed" size="md" mt={4} maw="44rem" component="div">
              {props.description}
            </Text>
          )}
        </div>
        {props.actions && <Group gap="xs">{props.actions}</Group>}
      </Group>
    </header>
  );
}
