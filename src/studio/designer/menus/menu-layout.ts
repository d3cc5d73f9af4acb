import type { CommandName } from '../commands/commands.ts';
import type { MenuTarget } from './popups.ts';

/** What each context menu offers, in groups; of a group only what can be done at that moment shows. */
export const menuLayout: Record<MenuTarget, CommandName[][]> = {
  card: [
    ['rename', 'replace', 'disable', 'enable', 'insert'],
    ['connectTo', 'removeLink'],
    ['cut', 'copy', 'duplicate'],
    ['delete'],
  ],
  selection: [
    ['disable', 'enable'],
    ['cut', 'copy', 'duplicate'],
    ['alignLeft', 'alignCentre', 'alignRight', 'alignTop', 'alignMiddle', 'alignBottom'],
    ['distributeAcross', 'distributeDown', 'tidy', 'zoomToSelection'],
    ['delete'],
  ],
  link: [['insert'], ['delete']],
  note: [
    ['editNote'],
    ['notePlain', 'noteYellow', 'noteGreen', 'noteBlue', 'notePink'],
    ['cut', 'copy', 'duplicate'],
    ['delete'],
  ],
  pane: [
    ['addNote'],
    ['paste', 'selectAll'],
    ['undo', 'redo', 'tidy', 'fit'],
    ['importFlow', 'exportJson', 'exportSvg', 'exportPng'],
    ['commandPalette', 'shortcutSheet'],
  ],
};
