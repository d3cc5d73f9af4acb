import { ActionIcon, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { canvasText } from '../../text/english/canvas.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { motion } from '../../ui/motion.ts';
import classes from './Canvas.module.css';
import { fitViewOptions } from './fit-view.ts';

/** Zoom and fit of a flow that nobody edits. */
export function ReadOnlyViewBar() {
  const { zoomOut, zoomIn, fitView } = useReactFlow();
  const buttons = [
    { title: text('zoomOut'), icon: ZoomOut, run: () => zoomOut({ duration: motion(120) }) },
    { title: text('zoomIn'), icon: ZoomIn, run: () => zoomIn({ duration: motion(120) }) },
    {
      title: text('fit'),
      icon: Maximize,
      run: () => fitView({ ...fitViewOptions, duration: motion(200) }),
    },
  ];
  return (
    <div className={classes.viewBar} role="toolbar" aria-label={canvasText('view')}>
      {buttons.map(({ title, icon: Icon, run }) => (
        <Tooltip key={title} label={title}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={title} onClick={() => void run()}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
