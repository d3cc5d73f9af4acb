import type { Api } from '../../e2e/support/api.ts';
import type { Descriptor, FlowNode, Mapping, Reference } from '../../src/flow/descriptor.ts';
import { setVariable } from '../support/set-variable.ts';

/** What the data of every event hold: which one it is, whose order it is part of, and a list to go through. */
export type EventData = { no: number; customer: string; lines: number[] };

type EventKind = {
  /** Of a hundred events, so many are of this kind. */
  share: number;
  /** The calls that each has to lead to. */
  calls: string[];
  /** How often each is called where nothing is cut off. */
  usual: number;
  flow: (receiver: string) => Descriptor;
};

export const lines = [1, 2, 3];
export const customers = ['a', 'b', 'c', 'd'];

/** What the events of the rounds are called: one flow each listens to them. */
export const eventKinds = {
  'order-created': { share: 60, calls: ['/first', '/second'], usual: 1, flow: orderFlow },
  'order-failing': { share: 16, calls: ['/failing'], usual: 2, flow: failingFlow },
  'order-kept': { share: 8, calls: ['/kept'], usual: 1, flow: orderedFlow },
  'order-waiting': { share: 8, calls: ['/waited'], usual: 1, flow: waitingFlow },
  'order-lines': {
    share: 8,
    calls: [...lines.map((line) => `/line/${line}`), `/joined/${lines.length}`],
    usual: 1,
    flow: linesFlow,
  },
} satisfies Record<string, EventKind>;
export type EventName = keyof typeof eventKinds;
export const eventNames = Object.keys(eventKinds) as EventName[];

/** Events of this name and one customer come to the receiver in their order. */
export const kept: { name: EventName; call: string } = { name: 'order-kept', call: '/kept' };

const no = '$.event.out.data.no';

function trigger(event: EventName, orderBy?: string): FlowNode {
  const example: EventData = { no: 1, customer: 'a', lines };
  return {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    source: {},
    config: {
      properties: {
        event,
        eventDataExample: JSON.stringify(example),
        ...(orderBy === undefined ? {} : { orderBy }),
      },
    },
  };
}

/** A step with one link, or several: `[sender, its port, our port, what is filled in]`. */
function step(
  type: string,
  links: [sender: string, outPort: string, inPort: string, filled?: Filled][],
): FlowNode {
  const source: Record<string, Record<string, string[]>> = {};
  const transform: Record<string, Record<string, Record<string, Mapping>>> = {};
  for (const [sender, outPort, inPort, { lambda = {}, modifiers = {} } = {}] of links) {
    source[inPort] = { ...source[inPort], [sender]: [outPort] };
    transform[inPort] = {
      ...transform[inPort],
      [sender]: { [outPort]: { type: 'json2new', modifiers, lambda } },
    };
  }
  return { type: `appmixer.utils.${type}`, x: 640, y: 0, source, config: { transform } };
}

type Filled = { lambda?: Record<string, unknown>; modifiers?: Record<string, Record<string, Reference>> };

const whole = (variable: string, ...modifiers: string[]): Reference => ({
  variable,
  functions: modifiers.map((name) => ({ name })),
});

/** Posts `{"no": …}` to a url that may hold `{{{place}}}`. */
function post(
  [sender, port]: [componentId: string, port: string],
  { variable, url, place }: { variable: string; url: string; place?: Reference },
): FlowNode {
  const modifiers = { bodyJson: { no: whole(variable) }, ...(place ? { url: { place } } : {}) };
  const lambda = { url, bodyType: 'json', bodyJson: '{"no": {{{no}}}}' };
  return step('http.Post', [[sender, port, 'in', { lambda, modifiers }]]);
}

/** OnAppEvent → SetVariable → Post → Post: a pure step, then two with effects, one behind the other. */
function orderFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-created'),
    number: setVariable('event', { name: 'no', text: '{{{no}}}', variables: { no } }),
    first: post(['number', 'out'], { variable: '$.number.out.no', url: `${receiver}/first` }),
    second: post(['first', 'response'], { variable: no, url: `${receiver}/second` }),
  };
}

/** OnAppEvent → Post to where the first call of each event fails: it waits for its retry as a delayed job. */
function failingFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-failing'),
    post: post(['event', 'out'], { variable: no, url: `${receiver}/failing` }),
  };
}

/** OnAppEvent → Post, the events of one customer one after another. */
function orderedFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-kept', 'customer'),
    post: post(['event', 'out'], { variable: no, url: `${receiver}/kept` }),
  };
}

/** OnAppEvent → Wait → Post: it sleeps as a delayed job, and is woken by whoever lives then. */
function waitingFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-waiting'),
    wait: step('timers.Wait', [['event', 'out', 'in', { lambda: { interval: '0.3s' } }]]),
    post: post(['wait', 'out'], { variable: no, url: `${receiver}/waited` }),
  };
}

/** OnAppEvent → Each → Post of each line → JoinEach → Post, once all have been gone through. */
function linesFlow(receiver: string): Descriptor {
  const list = {
    lambda: { list: '{{{list}}}' },
    modifiers: { list: { list: whole('$.event.out.data.lines') } },
  };
  const count = {
    lambda: { count: '{{{count}}}' },
    modifiers: { count: { count: whole('$.each.done.count') } },
  };
  return {
    event: trigger('order-lines'),
    each: step('controls.Each', [['event', 'out', 'in', list]]),
    line: post(['each', 'item'], {
      variable: no,
      url: `${receiver}/line/{{{place}}}`,
      place: whole('$.each.item.value'),
    }),
    join: step('controls.JoinEach', [
      ['line', 'response', 'in'],
      ['each', 'done', 'count', count],
    ]),
    joined: post(['join', 'out'], {
      variable: no,
      url: `${receiver}/joined/{{{place}}}`,
      place: whole('$.join.out.items', 'g_length'),
    }),
  };
}

/** Makes the flows for a user and starts them. */
export async function startFlows(api: Api, receiver: string): Promise<void> {
  for (const { flow } of Object.values(eventKinds)) {
    const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
      name: 'Order',
      flow: flow(receiver),
    });
    await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  }
}
