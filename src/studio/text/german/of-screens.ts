import { account } from './account.ts';
import { api } from './api.ts';
import { components } from './components.ts';
import { errors } from './errors.ts';
import { events } from './events.ts';
import { flow } from './flow.ts';
import { flows } from './flows.ts';
import { integrations } from './integrations.ts';
import { json } from './json.ts';
import { runs } from './runs.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { unprocessed } from './unprocessed.ts';

/** What is said outside the Designer, too, in German, by area. */
export const ofScreens = {
  account,
  api,
  components,
  errors,
  events,
  flow,
  flows,
  integrations,
  json,
  runs,
  shell,
  ui,
  unprocessed,
};
