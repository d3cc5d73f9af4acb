import { Command as CommandIcon, FileDown, FileUp, History, ImageDown, Keyboard, Menu } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { commandsText as text } from '../../text/english/commands.ts';
import { exportText } from '../../text/english/export.ts';
import { notifyFailure } from '../../ui/notify.tsx';
import type { DocumentState } from '../document/document-store.ts';
import { flowFile } from '../export/flow-file.ts';
import { pictureOf } from '../export/picture.ts';
import { pngOf } from '../export/png.ts';
import { menuOfSelection } from '../menus/menu-of-selection.ts';
import { keepsVersions } from '../versions/keeps-versions.ts';
import { openVersions } from '../versions/open-versions.ts';
import type { Command, CommandContext } from './command.ts';

const always = () => true;
const hasComponents = (state: DocumentState) => Object.keys(state.descriptor).length > 0;

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
    when: hasComponents,
    run: ({ document, saveFile }) => {
      const { name, type, descriptor } = document.store.getState();
      saveFile(`${fileName(name)}.json`, flowFile({ name, type, descriptor }));
    },
  },
  exportSvg: {
    id: 'export-svg',
    title: () => text('exportSvg'),
    icon: ImageDown,
    shortcuts: [],
    when: hasComponents,
    run: ({ document, saveFile }) => {
      const { name, descriptor } = document.store.getState();
      const { svg } = pictureOf(descriptor, catalogue);
      saveFile(`${fileName(name)}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
    },
  },
  exportPng: {
    id: 'export-png',
    title: () => text('exportPng'),
    icon: ImageDown,
    shortcuts: [],
    when: hasComponents,
    run: (context) => void savePng(context),
  },
} satisfies Record<string, Command>;

async function savePng({ document, saveFile }: CommandContext): Promise<void> {
  const { name, descriptor } = document.store.getState();
  try {
    saveFile(`${fileName(name)}.png`, await pngOf(pictureOf(descriptor, catalogue)));
  } catch (error) {
    notifyFailure(exportText('noPicture'), error);
  }
}

/** A flow's name without what file systems refuse. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim() || exportText('unnamedFile');
}
