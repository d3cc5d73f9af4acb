import type { Api } from '../../e2e/support/api.ts';
import type { Descriptor, FlowNode } from '../../src/flow/descriptor.ts';

/** What the events of the rounds are called: one flow each listens to them. */
export const eventNames = ['order-created', 'order-failing'] as const;
export type EventName = (typeof eventNames)[number];

/** The calls that each event has to lead to. */
export const callsOf: Record<EventName, string[]> = {
  'order-created': ['/first', '/second'],
  'order-failing': ['/failing'],
};

function trigger(event: EventName): FlowNode {
  return {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    source: {},
    config: { properties: { event, eventDataExample: '{"no":1}' } },
  };
}

/** Posts `{"no": …}`, the variable being a number. */
function post(
  [sender, port]: [componentId: string, port: string],
  { variable, url }: { variable: string; url: string },
): FlowNode {
  return {
    type: 'appmixer.utils.http.Post',
    x: 640,
    y: 0,
    source: { in: { [sender]: [port] } },
    config: {
      transform: {
        in: {
          [sender]: {
            [port]: {
              type: 'json2new',
              modifiers: { bodyJson: { no: { variable, functions: [] } } },
              lambda: { url, bodyType: 'json', bodyJson: '{"no": {{{no}}}}' },
            },
          },
        },
      },
    },
  };
}

/** OnAppEvent → SetVariable → Post → Post: a pure step, then two with effects, one behind the other. */
function orderFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-created'),
    number: {
      type: 'appmixer.utils.controls.SetVariable',
      x: 320,
      y: 0,
      source: { in: { event: ['out'] } },
      config: {
        transform: {
          in: {
            event: {
              out: {
                type: 'json2new',
                modifiers: {
                  variables: { no: { variable: '$.event.out.data.no', functions: [] } },
                },
                lambda: { variables: { ADD: [{ name: 'no', type: 'text', text: '{{{no}}}' }] } },
              },
            },
          },
        },
      },
    },
    first: post(['number', 'out'], { variable: '$.number.out.no', url: `${receiver}/first` }),
    second: post(['first', 'response'], { variable: '$.event.out.data.no', url: `${receiver}/second` }),
  };
}

/** OnAppEvent → Post to where the first call of each event fails: it waits for its retry as a delayed job. */
function failingFlow(receiver: string): Descriptor {
  return {
    event: trigger('order-failing'),
    post: post(['event', 'out'], { variable: '$.event.out.data.no', url: `${receiver}/failing` }),
  };
}

/** Makes both flows for a user and starts them. */
export async function startFlows(api: Api, receiver: string): Promise<void> {
  for (const flow of [orderFlow(receiver), failingFlow(receiver)]) {
    const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', { name: 'Order', flow });
    await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  }
}
