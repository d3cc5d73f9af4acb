import type { Behaviour } from './component.ts';
import { behaviour as OnAppEvent } from './utils/appevents/OnAppEvent/behaviour.ts';
import { behaviour as Condition } from './utils/controls/Condition/behaviour.ts';
import { behaviour as Each } from './utils/controls/Each/behaviour.ts';
import { behaviour as Join } from './utils/controls/Join/behaviour.ts';
import { behaviour as JoinEach } from './utils/controls/JoinEach/behaviour.ts';
import { behaviour as OnError } from './utils/controls/OnError/behaviour.ts';
import { behaviour as OnStart } from './utils/controls/OnStart/behaviour.ts';
import { behaviour as SetVariable } from './utils/controls/SetVariable/behaviour.ts';
import { behaviour as StopFlow } from './utils/controls/StopFlow/behaviour.ts';
import { behaviour as Switch5 } from './utils/controls/Switch5/behaviour.ts';
import { behaviour as Delete } from './utils/http/Delete/behaviour.ts';
import { behaviour as Get } from './utils/http/Get/behaviour.ts';
import { behaviour as Patch } from './utils/http/Patch/behaviour.ts';
import { behaviour as Post } from './utils/http/Post/behaviour.ts';
import { behaviour as Put } from './utils/http/Put/behaviour.ts';
import { behaviour as Response } from './utils/http/Response/behaviour.ts';
import { behaviour as WebhookTrigger } from './utils/http/WebhookTrigger/behaviour.ts';
import { behaviour as Scheduler } from './utils/timers/Scheduler/behaviour.ts';
import { behaviour as SchedulerTrigger } from './utils/timers/SchedulerTrigger/behaviour.ts';
import { behaviour as Timer } from './utils/timers/Timer/behaviour.ts';
import { behaviour as Wait } from './utils/timers/Wait/behaviour.ts';

/** The code of every component of the catalogue, by type. */
export const behaviours: Record<string, Behaviour> = {
  'appmixer.utils.appevents.OnAppEvent': OnAppEvent,
  'appmixer.utils.http.WebhookTrigger': WebhookTrigger,
  'appmixer.utils.http.Get': Get,
  'appmixer.utils.http.Post': Post,
  'appmixer.utils.http.Put': Put,
  'appmixer.utils.http.Patch': Patch,
  'appmixer.utils.http.Delete': Delete,
  'appmixer.utils.http.Response': Response,
  'appmixer.utils.controls.OnStart': OnStart,
  'appmixer.utils.controls.Condition': Condition,
  'appmixer.utils.controls.SetVariable': SetVariable,
  'appmixer.utils.controls.OnError': OnError,
  'appmixer.utils.controls.Switch5': Switch5,
  'appmixer.utils.controls.Each': Each,
  'appmixer.utils.controls.Join': Join,
  'appmixer.utils.controls.JoinEach': JoinEach,
  'appmixer.utils.controls.StopFlow': StopFlow,
  'appmixer.utils.timers.SchedulerTrigger': SchedulerTrigger,
  'appmixer.utils.timers.Timer': Timer,
  'appmixer.utils.timers.Scheduler': Scheduler,
  'appmixer.utils.timers.Wait': Wait,
};
