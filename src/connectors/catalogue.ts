import type { Catalogue, ComponentDefinition } from '../flow/definition.ts';
import { modules } from './modules.ts';
import { manifest as OnAppEvent } from './utils/appevents/OnAppEvent/manifest.ts';
import { outputs as onAppEventOutputs } from './utils/appevents/OnAppEvent/outputs.ts';
import { manifest as Condition } from './utils/controls/Condition/manifest.ts';
import { manifest as Each } from './utils/controls/Each/manifest.ts';
import { outputs as eachOutputs } from './utils/controls/Each/outputs.ts';
import { manifest as Join } from './utils/controls/Join/manifest.ts';
import { manifest as JoinEach } from './utils/controls/JoinEach/manifest.ts';
import { outputs as joinEachOutputs } from './utils/controls/JoinEach/outputs.ts';
import { manifest as OnError } from './utils/controls/OnError/manifest.ts';
import { manifest as OnStart } from './utils/controls/OnStart/manifest.ts';
import { manifest as SetVariable } from './utils/controls/SetVariable/manifest.ts';
import { outputs as setVariableOutputs } from './utils/controls/SetVariable/outputs.ts';
import { manifest as StopFlow } from './utils/controls/StopFlow/manifest.ts';
import { manifest as Switch5 } from './utils/controls/Switch5/manifest.ts';
import { manifest as Delete } from './utils/http/Delete/manifest.ts';
import { manifest as Get } from './utils/http/Get/manifest.ts';
import { manifest as Patch } from './utils/http/Patch/manifest.ts';
import { manifest as Post } from './utils/http/Post/manifest.ts';
import { manifest as Put } from './utils/http/Put/manifest.ts';
import { manifest as Response } from './utils/http/Response/manifest.ts';
import { manifest as WebhookTrigger } from './utils/http/WebhookTrigger/manifest.ts';
import { manifest as Scheduler } from './utils/timers/Scheduler/manifest.ts';
import { manifest as SchedulerTrigger } from './utils/timers/SchedulerTrigger/manifest.ts';
import { manifest as Timer } from './utils/timers/Timer/manifest.ts';
import { manifest as Wait } from './utils/timers/Wait/manifest.ts';
import { outputs as waitOutputs } from './utils/timers/Wait/outputs.ts';

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
  { manifest: OnError },
  { manifest: Condition },
  { manifest: Switch5 },
  { manifest: SetVariable, outputs: setVariableOutputs },
  { manifest: Each, outputsFrom: eachOutputs },
  { manifest: Join },
  { manifest: JoinEach, outputsFrom: joinEachOutputs },
  { manifest: StopFlow },
  { manifest: SchedulerTrigger },
  { manifest: Timer },
  { manifest: Scheduler },
  { manifest: Wait, outputsFrom: waitOutputs },
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
