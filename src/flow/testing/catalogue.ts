import type { Catalogue, ComponentDefinition } from '../definition.ts';
import { fieldOf } from '../example.ts';
import { parseJsonText } from '../json-text.ts';

/** A small catalogue for tests: each component stands for one trait that the code of this room cares about. */

const icon = 'data:image/svg+xml,';

/** A trigger whose outputs follow from a JSON example. */
const onEvent: ComponentDefinition = {
  manifest: {
    name: 'test.events.app.OnEvent',
    label: 'On Event',
    description: '',
    icon,
    version: '1.2.0',
    outPorts: [{ name: 'out', source: { url: '/component/test/events/app/OnEvent?outPort=out' } }],
    properties: {
      schema: { properties: { event: { type: 'string' } }, required: ['event'] },
      inspector: {
        inputs: {
          event: { type: 'text', label: 'Event Name', index: 1 },
          example: {
            type: 'textarea',
            label: 'Event Data Example',
            index: 2,
            encoding: 'json',
            defaultValue: '{"id":1}',
            absentValue: '',
          },
        },
      },
    },
  },
  outputs: ({ properties }) => {
    const { example } = properties;
    const parsed = typeof example === 'string' ? parseJsonText(example) : undefined;
    return {
      out: [
        parsed?.ok
          ? fieldOf('data', 'Data', parsed.value)
          : { step: 'data', label: 'Data', types: ['unknown'] },
      ],
    };
  },
};

/** Inputs that show by another's value, one required, one a JSON template. */
const post: ComponentDefinition = {
  manifest: {
    name: 'test.web.http.Post',
    label: 'Post',
    description: '',
    icon,
    inPorts: [
      {
        name: 'in',
        schema: { required: ['url'] },
        inspector: {
          inputs: {
            url: { type: 'text', label: 'URL' },
            bodyType: {
              type: 'select',
              label: 'Body type',
              options: ['json', 'raw'],
              defaultValue: 'json',
              absentValue: 'raw',
            },
            json: {
              type: 'textarea',
              label: 'Body',
              encoding: 'json',
              defaultValue: '{}',
              when: { eq: { './bodyType': 'json' } },
            },
            raw: {
              type: 'textarea',
              label: 'Raw body',
              required: true,
              defaultValue: 'text',
              absentValue: '',
              when: { eq: { './bodyType': 'raw' } },
            },
          },
        },
      },
    ],
    outPorts: [
      {
        name: 'response',
        options: [
          { label: 'Body', value: 'body' },
          { content: 'Status Code', value: 'statusCode', schema: { type: 'number' } },
        ],
      },
    ],
  },
};

/** Two out ports of which nothing is declared, and an expression with required cells. */
const condition: ComponentDefinition = {
  manifest: {
    name: 'test.flow.controls.Condition',
    label: 'Condition',
    description: '',
    icon,
    inPorts: [
      {
        name: 'in',
        inspector: {
          inputs: {
            expression: {
              type: 'expression',
              label: 'Expression',
              levels: ['AND', 'OR'],
              fields: {
                operator: { type: 'select', label: 'Operator', defaultValue: '=' },
                input: { type: 'text', label: 'Input', required: true },
                value: {
                  type: 'text',
                  label: 'Value',
                  required: true,
                  when: { nin: { './operator': ['empty', 'regex'] } },
                },
                regex: {
                  type: 'text',
                  label: 'Pattern',
                  format: 'pattern',
                  when: { eq: { './operator': 'regex' } },
                },
              },
            },
          },
        },
      },
    ],
    outPorts: ['true', 'false'],
  },
};

/** Takes one link only; its out port is told by a schema. */
const setVariable: ComponentDefinition = {
  manifest: {
    name: 'test.flow.controls.SetVariable',
    label: 'Set Variable',
    description: '',
    icon,
    inPorts: [
      { name: 'in', maxConnections: 1, inspector: { inputs: { name: { type: 'text', label: 'Name' } } } },
    ],
    outPorts: [
      { name: 'out', schema: { type: 'object', properties: { 'my.value': { title: 'My value' } } } },
    ],
  },
};

/** A second in port, no form at all. */
const join: ComponentDefinition = {
  manifest: {
    name: 'test.flow.controls.Join',
    description: '',
    icon,
    inPorts: ['in', 'other'],
    outPorts: ['out'],
  },
};

const definitions = [onEvent, post, condition, setVariable, join];

export const components = { onEvent, post, condition, setVariable, join };

export const types = {
  onEvent: onEvent.manifest.name,
  post: post.manifest.name,
  condition: condition.manifest.name,
  setVariable: setVariable.manifest.name,
  join: join.manifest.name,
};

export const testCatalogue: Catalogue = {
  component: (type) => definitions.find(({ manifest }) => manifest.name === type),
  components: () => definitions,
  module: () => undefined,
  modules: () => [],
};
