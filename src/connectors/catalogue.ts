import type { Catalogue, ComponentDefinition } from '../flow/definition.ts';
import { modules } from './modules.ts';
import { manifest as OnAppEvent } from './utils/appevents/OnAppEvent/manifest.ts';
import { outputs as onAppEventOutputs } from './utils/appevents/OnAppEvent/outputs.ts';
import { manifest as Condition } from './utils/controls/Condition/manifest.ts';
import { manifest as OnStart } from './utils/controls/OnStart/manifest.ts';
import { manifest as SetVariable } from './utils/controls/SetVariable/manifest.ts';
import { outputs as setVariableOutputs } from './utils/controls/SetVariable/outputs.ts';
import { manifest as Delete } from './utils/http/Delete/manifest.ts';
import { manifest as Get } from './utils/http/Get/manifest.ts';
import { manifest as Patch } from './utils/http/Patch/manifest.ts';
import { manifest as Post } from './utils/http/Post/manifest.ts';
import { manifest as Put } from './utils/http/Put/manifest.ts';
import { manifest as Response } from './utils/http/Response/manifest.ts';
import { manifest as WebhookTrigger } from './utils/http/WebhookTrigger/manifest.ts';

/** Every component, in the order of the palette: one line each, here and in `behaviours.ts`. */
const definitions: ComponentDefinition[] = [
  { manifest: OnAppEvent, outputs: onAppEventOutputs },
  { manifest: WebhookTrigger },
  { manifest: Get },
  { manifest: Post },
  { manifest: Put },
  { manifest: Patch },
  { manifest: Delete },
  { manifest: Response },
  { manifest: OnStart },
  { manifest: Condition },
  { manifest: SetVariable, outputs: setVariableOutputs },
];

const byType = new Map(definitions.map((definition) => [definition.manifest.name, definition]));
const moduleByName = new Map(modules.map((module) => [module.name, module]));

/** The installed components as data: safe in a browser, and shared by Studio, server and engine. */
export const catalogue: Catalogue = {
  component: (type) => byType.get(type),
  components: () => definitions,
  module: (name) => moduleByName.get(name),
  modules: () => modules,
};
