import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePage } from '../ui/use-page.ts';

/** The heading of an account screen. The form's first field has the focus, so it takes none itself. */
export function AccountHeading({ title, children }: { title: string; children: ReactNode }) {
  usePage(title);
  return (
    <div style={{ marginBottom: 24 }}>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" size="md" mt={4}>
        {children}
      </Text>
    </div>
  );
}
