import { Skeleton, Stack } from '@mantine/core';

const widths = [42, 58, 36];

/** Stands where lines of a text or a table will be. `label` says what is waited for. */
export function SkeletonLines({ label }: { label: string }) {
  return (
    <Stack gap="sm" role="status" aria-label={label}>
      {widths.map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} />
      ))}
    </Stack>
  );
}
