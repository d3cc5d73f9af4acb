import { expect } from 'vitest';
import type { Descriptor } from '../../flow/descriptor.ts';
import type { ApiClient } from './client.ts';

/** On App Event → Set Variable: runs without anything outside. `n` is taken from the event's data. */
export function eventFlow(event: string, ids = { trigger: 't1', action: 'a1' }): Descriptor {
  const { trigger, action } = ids;
  return {
    [trigger]: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      source: {},
      config: { properties: { event, eventDataExample: '{"no":"A1"}' } },
    },
    [action]: {
      type: 'appmixer.utils.controls.SetVariable',
      x: 300,
      y: 0,
      source: { in: { [trigger]: ['out'] } },
      config: {
        transform: {
          in: {
            [trigger]: {
              out: {
                type: 'json2new',
                modifiers: { variables: { m1: { variable: `$.${trigger}.out.data.no`, functions: [] } } },
                lambda: { variables: { ADD: [{ name: 'n', type: 'text', text: '{{{m1}}}' }] } },
              },
            },
          },
        },
      },
    },
  };
}

/** Creates a flow and gives its id. */
export async function createFlow(user: ApiClient, body: Record<string, unknown>): Promise<string> {
  const { status, body: reply } = await user.post('/flows', body);
  expect(status, JSON.stringify(reply)).toBe(200);
  return (reply as { flowId: string }).flowId;
}

export async function startFlow(user: ApiClient, flowId: string): Promise<void> {
  const { status, body } = await user.post(`/flows/${flowId}/coordinator`, { command: 'start' });
  expect(status, JSON.stringify(body)).toBe(200);
}

/** A flow document of the API, members as `unknown`. */
export async function flowOf(user: ApiClient, flowId: string): Promise<Record<string, unknown>> {
  return (await user.get(`/flows/${flowId}`)).body as Record<string, unknown>;
}
