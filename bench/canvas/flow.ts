import type { Descriptor, FlowNode, Mapping } from '../../src/flow/descriptor.ts';

const columnWidth = 320;
const rowHeight = 160;

/**
 * A valid flow of `count` components: chains in the rows of a square grid. Each chain starts with an app event and
 * alternates SetVariable and Post; each step takes a variable of its trigger, each Post one of the step before, too.
 */
export function gridFlow(count: number): Descriptor {
  const columns = Math.ceil(Math.sqrt(count));
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      return [idOf(row, column), { ...component(row, column), x: column * columnWidth, y: row * rowHeight }];
    }),
  );
}

const idOf = (row: number, column: number) => `c${row}-${column}`;

/** The out port by which the component in this column hands on. */
const outPort = (column: number) => (column === 0 || column % 2 === 1 ? 'out' : 'response');

function component(row: number, column: number): Pick<FlowNode, 'type' | 'source' | 'config'> {
  if (column === 0) {
    const properties = { event: `event-${row}`, eventDataExample: '{"id":1,"email":"david@example.com"}' };
    return { type: 'appmixer.utils.appevents.OnAppEvent', source: {}, config: { properties } };
  }
  const [sender, port] = [idOf(row, column - 1), outPort(column - 1)];
  const email = { variable: `$.${idOf(row, 0)}.out.data.email`, functions: [] };
  const mapping: Mapping =
    outPort(column) === 'out'
      ? {
          modifiers: { variables: { email } },
          lambda: { variables: { ADD: [{ name: 'email', type: 'text', text: '{{{email}}}' }] } },
        }
      : {
          modifiers: {
            bodyJson: { email, earlier: { variable: `$.${sender}.out.email`, functions: [] } },
          },
          lambda: {
            url: 'https://crm.example.com/contacts',
            bodyType: 'json',
            bodyJson: '{"email": {{{email}}}, "earlier": {{{earlier}}}}',
          },
        };
  return {
    type: outPort(column) === 'out' ? 'appmixer.utils.controls.SetVariable' : 'appmixer.utils.http.Post',
    source: { in: { [sender]: [port] } },
    config: { transform: { in: { [sender]: { [port]: { type: 'json2new', ...mapping } } } } },
  };
}
