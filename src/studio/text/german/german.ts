import { account } from './account.ts';
import { canvas } from './canvas.ts';
import { clipboard } from './clipboard.ts';
import { commands } from './commands.ts';
import { components } from './components.ts';
import { deepLink } from './deep-link.ts';
import { document } from './document.ts';
import { errorHandling } from './error-handling.ts';
import { errors } from './errors.ts';
import { exportTexts } from './export.ts';
import { files } from './files.ts';
import { flow } from './flow.ts';
import { inspectorFields } from './inspector-fields.ts';
import { inspector } from './inspector.ts';
import { json } from './json.ts';
import { menus } from './menus.ts';
import { modifiers } from './modifiers.ts';
import { notes } from './notes.ts';
import { outline } from './outline.ts';
import { palette } from './palette.ts';
import { panels } from './panels.ts';
import { problems } from './problems.ts';
import { variables } from './variables.ts';

/** Everything the Studio says, in German, by area. */
export const german = {
  account,
  canvas,
  clipboard,
  commands,
  components,
  'deep-link': deepLink,
  document,
  'error-handling': errorHandling,
  errors,
  export: exportTexts,
  files,
  flow,
  'inspector-fields': inspectorFields,
  inspector,
  json,
  menus,
  modifiers,
  notes,
  outline,
  palette,
  panels,
  problems,
  variables,
};
