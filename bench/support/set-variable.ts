import type { FlowNode } from '../../src/flow/descriptor.ts';

/** Set Variable with one text, which is put together of variables: `{first: '$.event.out.data.fname'}` for `{{{first}}}`. */
export function setVariable(
  sender: string,
  { name, text, variables }: { name: string; text: string; variables: Record<string, string> },
): FlowNode {
  return {
    type: 'appmixer.utils.controls.SetVariable',
    x: 320,
    y: 0,
    source: { in: { [sender]: ['out'] } },
    config: {
      transform: {
        in: {
          [sender]: {
            out: {
              type: 'json2new',
              modifiers: {
                variables: Object.fromEntries(
                  Object.entries(variables).map(([key, variable]) => [key, { variable, functions: [] }]),
                ),
              },
              lambda: { variables: { ADD: [{ name, type: 'text', text }] } },
            },
          },
        },
      },
    },
  };
}
