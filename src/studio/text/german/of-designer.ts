import { canvas } from './canvas.ts';
import { clipboard } from './clipboard.ts';
import { commands } from './commands.ts';
import { connect } from './connect.ts';
import { deepLink } from './deep-link.ts';
import { designer } from './designer.ts';
import { document } from './document.ts';
import { errorHandling } from './error-handling.ts';
import { eventExample } from './event-example.ts';
import { exportTexts } from './export.ts';
import { files } from './files.ts';
import { impact } from './impact.ts';
import { inspectorFields } from './inspector-fields.ts';
import { inspector } from './inspector.ts';
import { menus } from './menus.ts';
import { modifiers } from './modifiers.ts';
import { notes } from './notes.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';
import { panels } from './panels.ts';
import { pill } from './pill.ts';
import { problems } from './problems.ts';
import { testRun } from './test-run.ts';
import { topbar } from './topbar.ts';
import { variables } from './variables.ts';
import { versions } from './versions.ts';

/** What the Designer alone says, in German, by area. */
export const ofDesigner = {
  canvas,
  clipboard,
  commands,
  connect,
  'deep-link': deepLink,
  designer,
  document,
  'error-handling': errorHandling,
  'event-example': eventExample,
  export: exportTexts,
  files,
  impact,
  'inspector-fields': inspectorFields,
  inspector,
  menus,
  modifiers,
  notes,
  outline,
  palette,
  panels,
  pill,
  problems,
  'test-run': testRun,
  topbar,
  variables,
  versions,
};
