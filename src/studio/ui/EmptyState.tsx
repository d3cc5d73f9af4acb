import { Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what it is for and what to do next. */
export function EmptyState(props: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" px="md" py={56} ta="center">
      <ThemeIcon variant="light" size={48} radius="lg" mb="xs">
        <props.icon size={24} aria-hidden />
      </ThemeIcon>
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed" size="md" maw="30rem" component="div">
        {props.children}
      </Text>
      {props.actions && (
        <Group justify="center" gap="xs" mt="sm">
          {props.actions}
        </Group>
      )}
    </Stack>
  );
}
