import { Group, Text } from '@mantine/core';
import { shellText as text } from '../text/english/shell.ts';

/** Two streams that meet. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
      <rect width="24" height="24" rx="6" fill="var(--mantine-color-river-7)" />
      <path
        d="M5 7h3.5c3 0 3.5 5 6.5 5h4M5 17h3.5c3 0 3.5-5 6.5-5"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** The product's mark and name. */
export function Brand() {
  return (
    <Group gap={10} wrap="nowrap">
      <Mark />
      <Text fw={650} size="lg" span>
        {text('product')}
      </Text>
    </Group>
  );
}
