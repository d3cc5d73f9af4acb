/** A flow of three steps without problems; its Post, sent to `url`, has two variables in its JSON body. */
export function sampleFlow(url: string): Record<string, unknown> {
  const example = JSON.stringify({ email: 'david@example.com', fname: 'David', vip: true }, null, 2);
  return {
    event: {
      type: 'appmixer.utils.appevents.OnAppEvent',
      x: 48,
      y: 176,
      source: {},
      config: { properties: { event: 'contact-created', eventDataExample: example } },
    },
    condition: {
      type: 'appmixer.utils.controls.Condition',
      x: 400,
      y: 176,
      source: { in: { event: ['out'] } },
      config: {
        transform: mapping('event', 'out', {
          lambda: { expression: { AND: [{ OR: [{ input: '{{{vip}}}', operator: '=', value: 'true' }] }] } },
          modifiers: { expression: { vip: variable('vip') } },
        }),
      },
    },
    post: {
      type: 'appmixer.utils.http.Post',
      x: 752,
      y: 176,
      source: { in: { condition: ['true'] } },
      config: {
        transform: mapping('condition', 'true', {
          lambda: {
            url,
            bodyType: 'json',
            bodyJson: '{ "contact": {{{email}}}, "greeting": "Hello {{{fname}}}" }',
          },
          modifiers: { bodyJson: { email: variable('email'), fname: variable('fname') } },
        }),
      },
    },
  };
}

function variable(field: string) {
  return { variable: `$.event.out.data.${field}`, functions: [] };
}

function mapping(from: string, port: string, filled: { lambda: unknown; modifiers: unknown }) {
  return { in: { [from]: { [port]: { type: 'json2new', ...filled } } } };
}
