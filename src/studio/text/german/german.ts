import { account } from './account.ts';
import { api } from './api.ts';
import { canvas } from './canvas.ts';
import { clipboard } from './clipboard.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';
import { connect } from './connect.ts';
import { deepLink } from './deep-link.ts';
import { designer } from './designer.ts';
import { document } from './document.ts';
import { errorHandling } from './error-handling.ts';
import { errors } from './errors.ts';
import { exportTexts } from './export.ts';
import { files } from './files.ts';
import { flow } from './flow.ts';
import { flows } from './flows.ts';
import { inspectorFields } from './inspector-fields.ts';
import { inspector } from './inspector.ts';
import { integrations } from './integrations.ts';
import { json } from './json.ts';
import { menus } from './menus.ts';
import { modifiers } from './modifiers.ts';
import { notes } from './notes.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';
import { panels } from './panels.ts';
import { pill } from './pill.ts';
import { problems } from './problems.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { testRun } from './test-run.ts';
import { topbar } from './topbar.ts';
import { ui } from './ui.ts';
import { variables } from './variables.ts';
import { versions } from './versions.ts';

/** Everything the Studio says, in German, by area. */
export const german = {
  account,
  api,
  canvas,
  clipboard,
  commands,
  components,
  connect,
  'deep-link': deepLink,
  designer,
  document,
  'error-handling': errorHandling,
  errors,
  export: exportTexts,
  files,
  flow,
  flows,
  'inspector-fields': inspectorFields,
  inspector,
  integrations,
  json,
  menus,
  modifiers,
  notes,
  outline,
  palette,
  panels,
  pill,
  problems,
  runs,
  shell,
  'test-run': testRun,
  topbar,
  ui,
  variables,
  versions,
};
