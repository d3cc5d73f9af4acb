import type { Api } from '../../e2e/support/api.ts';
import type { Descriptor } from '../../src/flow/descriptor.ts';
import { setVariable } from '../support/set-variable.ts';
import { eventBody, heardEvent } from './event.ts';

/** OnAppEvent → SetVariable → Post: what the body of the call holds has gone through both mappings. */
export function threeStepFlow(receiverUrl: string): Descriptor {
  return {
    event: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 0,
      y: 0,
      source: {},
      config: { properties: { event: heardEvent, eventDataExample: eventBody(1) } },
    },
    names: setVariable('event', {
      name: 'fullName',
      text: '{{{first}}} {{{last}}}',
      variables: { first: '$.event.out.data.fname', last: '$.event.out.data.lname' },
    }),
    post: {
      type: 'appmixer.utils.http.Post',
      x: 640,
      y: 0,
      source: { in: { names: ['out'] } },
      config: {
        transform: {
          in: {
            names: {
              out: {
                type: 'json2new',
                modifiers: {
                  bodyJson: {
                    no: { variable: '$.event.out.data.no', functions: [] },
                    name: { variable: '$.names.out.fullName', functions: [] },
                  },
                },
                lambda: {
                  url: receiverUrl,
                  bodyType: 'json',
                  bodyJson: '{"no": {{{no}}}, "name": "{{{name}}}"}',
                },
              },
            },
          },
        },
      },
    },
  };
}

/** Makes the flow for a user and starts it; a flow with problems is an error of the bench. */
export async function startFlow(api: Api, receiverUrl: string): Promise<string> {
  const { flowId } = await api.ask<{ flowId: string }>('POST', '/flows', {
    name: 'Contact to CRM',
    flow: threeStepFlow(receiverUrl),
  });
  await api.ask('POST', `/flows/${flowId}/coordinator`, { command: 'start' });
  return flowId;
}
