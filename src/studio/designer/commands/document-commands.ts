import { Command as CommandIcon, FileDown, FileUp, History, ImageDown, Keyboard, Menu } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { exportText } from '../../text/english/export.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import { flowFile } from '../export/flow-file.ts';
import { pngOf } from '../export/png.ts';
import { menuOfSelection } from '../menus/menu-of-selection.ts';
import { keepsVersions } from '../versions/keeps-versions.ts';
import { openVersions } from '../versions/open-versions.ts';
import type { Command, CommandContext } from './command.ts';
import { always, hasContent } from './conditions.ts';

/** Ways to all other commands, and the flow as files. */
export const documentCommands = {
  commandPalette: {
    id: 'command-palette',
    title: () => text('commandPalette'),
    icon: CommandIcon,
    shortcuts: [{ key: 'k', mod: true }],
    whileTyping: true,
    when: always,
    run: ({ popups }) => popups.getState().open({ kind: 'commands' }),
  },
  shortcutSheet: {
    id: 'shortcut-sheet',
    title: () => text('shortcutSheet'),
    icon: Keyboard,
    shortcuts: [{ key: '?' }],
    when: always,
    run: ({ popups }) => popups.getState().open({ kind: 'shortcuts' }),
  },
  openMenu: {
    id: 'open-menu',
    title: () => text('openMenu'),
    icon: Menu,
    shortcuts: [{ key: 'F10', shift: true }, { key: 'ContextMenu' }],
    when: always,
    run: ({ document, popups }) => popups.getState().open(menuOfSelection(document.store.getState())),
  },
  versions: {
    id: 'versions',
    title: () => text('versions'),
    icon: History,
    shortcuts: [],
    when: (state) => keepsVersions(state.type),
    run: openVersions,
  },
  importFlow: {
    id: 'import',
    title: () => text('importFlow'),
    icon: FileUp,
    shortcuts: [],
    when: always,
    run: ({ popups }) => popups.getState().open({ kind: 'import' }),
  },
  exportJson: {
    id: 'export-json',
    title: () => text('exportJson'),
    icon: FileDown,
    shortcuts: [],
    when: hasContent,
    run: ({ document, saveFile }) => {
      const { name, type, descriptor, notes } = document.store.getState();
      saveFile(`${fileName(name)}.json`, flowFile({ name, type, descriptor, notes }));
    },
  },
  exportSvg: {
    id: 'export-svg',
    title: () => text('exportSvg'),
    icon: ImageDown,
    shortcuts: [],
    when: hasContent,
    run: (context) => void savePicture(context, 'svg'),
  },
  exportPng: {
    id: 'export-png',
    title: () => text('exportPng'),
    icon: ImageDown,
    shortcuts: [],
    when: hasContent,
    run: (context) => void savePicture(context, 'png'),
  },
} satisfies Record<string, Command>;

/** What draws is loaded when it is first wanted. */
async function savePicture({ document, saveFile }: CommandContext, format: 'svg' | 'png'): Promise<void> {
  const { name, descriptor, notes } = document.store.getState();
  try {
    const { pictureOf } = await import('../export/picture.ts');
    const picture = pictureOf({ descriptor, notes }, catalogue);
    const content =
      format === 'svg' ? new Blob([picture.svg], { type: 'image/svg+xml' }) : await pngOf(picture);
    saveFile(`${fileName(name)}.${format}`, content);
  } catch (error) {
    notifyFailure(exportText('noPicture'), error);
  }
}

/** A flow's name without what file systems refuse. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim() || exportText('unnamedFile');
}
