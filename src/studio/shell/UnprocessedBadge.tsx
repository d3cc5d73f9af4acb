import { Badge, VisuallyHidden } from '@mantine/core';
import { useUnprocessedCount } from '../api/unprocessed.ts';
import { unprocessedText as text } from '../text/english/unprocessed.ts';

/** Shown up to this number. */
const most = 99;

/** How many messages wait to be dealt with; nothing where none does. */
export function UnprocessedBadge() {
  const count = useUnprocessedCount().data ?? 0;
  if (count === 0) return null;
  return (
    <Badge ml="auto" size="sm" radius="sm" color="red.9" variant="filled" tt="none" component="span">
      <span aria-hidden>{count > most ? `${most}+` : count}</span>
      <VisuallyHidden>{text('badge', { count })}</VisuallyHidden>
    </Badge>
  );
}
