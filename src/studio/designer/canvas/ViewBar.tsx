import { Tooltip, UnstyledButton } from '@mantine/core';
import { useStore } from '@xyflow/react';
import { canvasText as text } from '../../text/english/canvas.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';
import { Keys } from '../commands/Keys.tsx';
import { useCommandContext } from '../commands/use-command-context.ts';
import classes from './Canvas.module.css';

/** Zoom and fit, in the corner of the canvas. The percentage leads back to actual size. */
export function ViewBar() {
  const percent = useStore((state) => Math.round(state.transform[2] * 100));
  const context = useCommandContext();
  const actualSize: Command = commands.actualSize;
  return (
    <div className={classes.viewBar} role="toolbar" aria-label={text('view')}>
      <CommandButton name="zoomOut" />
      <Tooltip
        label={
          <>
            {actualSize.title()} <Keys command={actualSize} />
          </>
        }
      >
        <UnstyledButton
          className={classes.zoom}
          aria-label={text('zoom', { percent, command: actualSize.title() })}
          onClick={() => actualSize.run(context)}
        >
          {percent}%
        </UnstyledButton>
      </Tooltip>
      <CommandButton name="zoomIn" />
      <CommandButton name="fit" />
      <CommandButton name="tidy" />
      <CommandButton name="addNote" />
    </div>
  );
}
