import { Kbd } from '@mantine/core';
import type { Command } from './command.ts';
import { describe, isMac } from './shortcut.ts';

/** The first shortcut of a command, for those who read; a screen reader hears the command's name alone. */
export function Keys({ command }: { command: Pick<Command, 'shortcuts'> }) {
  const [shortcut] = command.shortcuts;
  return shortcut ? (
    <Kbd size="xs" aria-hidden>
      {describe(shortcut, isMac())}
    </Kbd>
  ) : null;
}
