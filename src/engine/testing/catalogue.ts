import { behaviours } from '../../connectors/behaviours.ts';
import { catalogue as installedCatalogue } from '../../connectors/catalogue.ts';
import type { Behaviour } from '../../connectors/component.ts';
import type { Catalogue } from '../../flow/definition.ts';
import type { ComponentManifest, JsonSchema } from '../../flow/manifest.ts';

/** Small components for the engine's tests: each stands for one trait that the engine cares about. */

type Component = { manifest: ComponentManifest; behaviour: Behaviour };

const anyValue: JsonSchema = { type: 'object' };

function manifest(
  name: string,
  rest: Partial<ComponentManifest>,
  outPorts: string[] = ['out'],
): ComponentManifest {
  return {
    name: `test.engine.${name}`,
    description: '',
    icon: 'data:image/svg+xml,',
    outPorts: outPorts.map((port) => ({ name: port, schema: anyValue })),
    ...rest,
  };
}

const onEvent: Component = {
  manifest: manifest('trigger.OnEvent', { webhook: true }),
  behaviour: {
    pure: true,
    start: (context) => {
      const { event, orderBy } = context.properties;
      return context.addListener(
        String(event),
        Array.isArray(orderBy) ? { orderBy: orderBy as string[] } : {},
      );
    },
    receive: (context) => context.sendJson({ data: context.messages.webhook?.content.data }, 'out'),
  },
};

const hook: Component = {
  manifest: manifest('trigger.Hook', { webhook: true }),
  behaviour: {
    pure: true,
    receive: (context) => context.sendJson(context.messages.webhook?.content, 'out'),
    waitsForResponse: (properties) => properties['wait'] === true,
  },
};

const onStart: Component = {
  manifest: manifest('trigger.OnStart', {}),
  behaviour: {
    pure: true,
    start: (context) => context.sendJson({ started: context.now().toISOString() }, 'out'),
    receive: () => Promise.reject(new Error('It has no message of its own.')),
  },
};

/** Pure: its inputs go out as they are. */
const set: Component = {
  manifest: manifest('pure.Set', {
    inPorts: [{ name: 'in', inspector: { inputs: { json: { type: 'textarea', encoding: 'json' } } } }],
  }),
  behaviour: {
    pure: true,
    receive: (context) => context.sendJson(context.messages['in']?.content, 'out'),
  },
};

/** Pure: one message for each item of its list. */
const each: Component = {
  manifest: manifest('pure.Each', { inPorts: ['in'] }),
  behaviour: {
    pure: true,
    receive: (context) => context.sendArray(context.messages['in']?.content['list'] as unknown[], 'out'),
  },
};

/** Posts its `body` to its `url`, as a connector would. */
const call: Component = {
  manifest: manifest('effect.Call', { inPorts: ['in'] }),
  behaviour: {
    async receive(context) {
      const { url, body } = context.messages['in']?.content ?? {};
      const reply = await context.httpRequest({
        method: 'POST',
        url: String(url),
        data: body,
        headers: { 'Idempotency-Key': context.idempotencyKey },
      });
      await context.sendJson({ statusCode: reply.statusCode }, 'out');
    },
  },
};

const reply: Component = {
  manifest: manifest('effect.Reply', { inPorts: ['in'] }, []),
  behaviour: {
    async receive(context) {
      const { body, status } = context.messages['in']?.content ?? {};
      await context.response(body, Number(status ?? 200), { 'x-test': 'yes' });
    },
  },
};

/** Does what the test says. */
const act: Component = {
  manifest: manifest('effect.Act', { inPorts: ['in'] }),
  behaviour: { receive: () => Promise.reject(new Error('The test did not say what to do.')) },
};

/** Installed components whose work the engine does for the most part. */
const installed = (name: string): Component => {
  const type = `appmixer.utils.${name}`;
  const behaviour = behaviours[type];
  if (!behaviour) throw new Error(`${type} is not installed.`);
  return { manifest: installedCatalogue.component(type)!.manifest, behaviour };
};
const wait = installed('timers.Wait');
const eachItem = installed('controls.Each');
const join = installed('controls.Join');
const joinEach = installed('controls.JoinEach');
const stopFlow = installed('controls.StopFlow');
const timer = installed('timers.Timer');
const onError = installed('controls.OnError');

export const types = {
  onEvent: onEvent.manifest.name,
  hook: hook.manifest.name,
  onStart: onStart.manifest.name,
  set: set.manifest.name,
  each: each.manifest.name,
  call: call.manifest.name,
  reply: reply.manifest.name,
  act: act.manifest.name,
  wait: wait.manifest.name,
  eachItem: eachItem.manifest.name,
  join: join.manifest.name,
  joinEach: joinEach.manifest.name,
  stopFlow: stopFlow.manifest.name,
  timer: timer.manifest.name,
  onError: onError.manifest.name,
};

const ownComponents = [onEvent, hook, onStart, set, each, call, reply, act];
const components = ownComponents.concat(wait, eachItem, join, joinEach, stopFlow, timer, onError);

export const catalogue: Catalogue = {
  component: (type) => components.find((component) => component.manifest.name === type),
  components: () => components,
  module: () => undefined,
  modules: () => [],
};

/** The behaviours of the test components; `Act` does what is given. */
export function behavioursWith(receive?: Behaviour['receive']): Record<string, Behaviour> {
  const all = Object.fromEntries(
    components.map((component) => [component.manifest.name, component.behaviour]),
  );
  return receive ? { ...all, [types.act]: { receive } } : all;
}
