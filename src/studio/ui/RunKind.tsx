import { Badge } from '@mantine/core';
import type { Run } from '../../contract/runs.ts';
import { uiText as text } from '../text/english/ui.ts';

/** Marks a run that an author began to try the flow. */
export function RunKind({ kind }: { kind: Run['kind'] }) {
  if (kind !== 'test') return null;
  return (
    <Badge size="xs" variant="default" radius="sm" ml={8} tt="none">
      {text('test')}
    </Badge>
  );
}
