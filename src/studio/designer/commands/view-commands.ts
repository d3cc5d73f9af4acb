import { Maximize, Scan, ZoomIn, ZoomOut } from 'lucide-react';
import { commandsText as text } from '../../text/english/commands.ts';
import { motion } from '../../ui/motion.ts';
import { fitViewOptions } from '../canvas/fit-view.ts';
import type { Command } from './command.ts';
import { always, hasContent } from './conditions.ts';

/** How near one looks. */
export const viewCommands = {
  zoomIn: {
    id: 'zoom-in',
    title: () => text('zoomIn'),
    icon: ZoomIn,
    shortcuts: [{ key: '+' }, { key: '=' }],
    when: always,
    run: ({ viewport }) => void viewport.zoomIn({ duration: motion(120) }),
  },
  zoomOut: {
    id: 'zoom-out',
    title: () => text('zoomOut'),
    icon: ZoomOut,
    shortcuts: [{ key: '-' }],
    when: always,
    run: ({ viewport }) => void viewport.zoomOut({ duration: motion(120) }),
  },
  actualSize: {
    id: 'actual-size',
    title: () => text('actualSize'),
    icon: Scan,
    shortcuts: [{ key: '0', shift: true }],
    when: always,
    run: ({ viewport }) => void viewport.zoomTo(1, { duration: motion(200) }),
  },
  fit: {
    id: 'fit',
    title: () => text('fit'),
    icon: Maximize,
    shortcuts: [{ key: '1', shift: true }],
    when: hasContent,
    run: ({ viewport }) => void viewport.fitView({ ...fitViewOptions, duration: motion(200) }),
  },
} satisfies Record<string, Command>;
