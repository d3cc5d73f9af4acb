// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ReactFlowProvider } from '@xyflow/react';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { message } from '../../../flow/messages/message.ts';
import { addComponent } from '../../../flow/operations/add-component.ts';
import { connect } from '../../../flow/operations/connect.ts';
import { setInput } from '../../../flow/operations/set-input.ts';
import { setProperty } from '../../../flow/operations/set-property.ts';
import { searchProblems } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import type { Autosave } from '../document/autosave.ts';
import { DocumentContext } from '../document/document-context.ts';
import { openStore } from '../document/testing/open-store.ts';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { PanelsContext } from '../panels/panels-context.ts';
import { createPanelsStore, type PanelsStore } from '../panels/panels-store.ts';
import { controlOf } from './control-of.ts';
import Inspector from './Inspector.tsx';

afterEach(cleanup);

function flow(...components: [id: string, type: string][]): Descriptor {
  return components.reduce<Descriptor>((descriptor, [id, type]) => {
    const component = catalogue.component(type);
    return component ? addComponent({ id, component, x: 0, y: 0 }).apply(descriptor) : descriptor;
  }, {});
}

let panels: PanelsStore;

function open(descriptor: Descriptor, selection: string[]) {
  const store = openStore({ descriptor, searchProblems: searchProblems(catalogue) });
  store.getState().checkNow();
  store.getState().select(selection);
  panels = createPanelsStore(createMemoryStorage());
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <DocumentContext value={{ store, autosave: {} as Autosave }}>
          <PanelsContext value={panels}>
            <ReactFlowProvider>
              <button type="button" data-canvas>
                canvas
              </button>
              <Inspector />
            </ReactFlowProvider>
          </PanelsContext>
        </DocumentContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return store;
}

const link = (from: string) => connect({ link: { from, outPort: 'out', to: 'p1', inPort: 'in' }, catalogue });

const event = 'appmixer.utils.appevents.OnAppEvent';
const post = 'appmixer.utils.http.Post';

test('sets up the flow while nothing is selected, and says how many while several are', () => {
  const store = open(flow(['t1', event], ['p1', post]), []);
  expect(screen.getByText('Flow settings')).toBeDefined();
  act(() => store.getState().select(['t1', 'p1']));
  expect(screen.getByText('2 components selected')).toBeDefined();
});

const concurrencyField = () => screen.getByRole('textbox', { name: 'Runs at once, at most' });
const type = (value: string) => fireEvent.change(concurrencyField(), { target: { value } });

test('as many runs at once as may be: a number or nothing, as one step, and what is neither stays out', () => {
  const store = open(flow(['t1', event]), []);
  const field = concurrencyField;
  type('1');
  type('12');
  expect(store.getState().concurrency).toBe(12);
  for (const wrong of ['0', '10001']) {
    type(wrong);
    expect(screen.getByText(/whole number from 1 to 10,?000/)).toBeDefined();
    expect(store.getState().concurrency).toBe(12);
  }
  fireEvent.blur(field());
  expect(field()).toHaveProperty('value', '12');
  act(() => store.getState().undo());
  expect(store.getState().concurrency).toBeNull();
  type('3');
  type('');
  expect(store.getState().concurrency).toBeNull();
});

test('which triggers keep an order is told, and leads there', async () => {
  const store = open(flow(['t1', event], ['p1', post]), []);
  expect(screen.getByText('in no order')).toBeDefined();
  act(() =>
    store.getState().apply(setProperty({ componentId: 't1', name: 'orderBy', value: 'customer.id' })),
  );
  expect(screen.getByText('by customer.id')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'On App Event' }));
  expect(store.getState().selection).toEqual(['t1']);
  const field = await screen.findByRole('textbox', { name: /^Keep the order by/ });
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('a property is edited into the document, as one step while it is typed', () => {
  const store = open(flow(['t1', event]), ['t1']);
  const field = screen.getByRole('textbox', { name: /^Event Name/ });
  expect(screen.getByText('Event Name is required.')).toBeDefined();
  field.focus();
  fireEvent.change(field, { target: { value: 'issue' } });
  fireEvent.change(field, { target: { value: 'issues-opened' } });
  expect(store.getState().descriptor['t1']?.config?.properties?.['event']).toBe('issues-opened');
  expect(screen.queryByText('Event Name is required.')).toBeNull();
  act(() => store.getState().undo());
  expect(store.getState().descriptor['t1']?.config?.properties?.['event']).toBeUndefined();
});

test('the fields of the example stand below it, and follow it', async () => {
  const store = open(flow(['t1', event]), ['t1']);
  await screen.findByRole('region', { name: 'Fields found' });
  expect(screen.getByText(/sendAppEvent\('event-name'/)).toBeDefined();
  act(() =>
    store.getState().apply({
      name: message('operation.change', { field: 'the example' }),
      apply: (descriptor) => ({
        ...descriptor,
        t1: { ...descriptor['t1']!, config: { properties: { event: 'e', eventDataExample: '{"a": ' } } },
      }),
    }),
  );
  await waitFor(() => expect(screen.getByText(/Once the example is valid JSON/)).toBeDefined());
  expect(screen.getByText(/at line 1, column \d+/)).toBeDefined();
  expect(store.getState().descriptor['t1']?.config?.properties?.['eventDataExample']).toBe('{"a": ');
});

test('the label is edited in place; emptied it is the name of the type again', () => {
  const store = open(flow(['t1', event]), ['t1']);
  const label = screen.getByRole('textbox', { name: 'Label' });
  fireEvent.change(label, { target: { value: 'New issue ' } });
  expect(store.getState().descriptor['t1']?.label).toBe('New issue');
  // The blank may be followed by a word.
  expect((label as HTMLInputElement).value).toBe('New issue ');
  fireEvent.change(label, { target: { value: 'New issue opened' } });
  expect(store.getState().descriptor['t1']?.label).toBe('New issue opened');
  act(() => store.getState().undo());
  expect(store.getState().descriptor['t1']).not.toHaveProperty('label');
  expect((label as HTMLInputElement).value).toBe('');
  act(() => store.getState().redo());
  fireEvent.change(label, { target: { value: '' } });
  expect(store.getState().descriptor['t1']).not.toHaveProperty('label');
});

test('choices are steps of their own, and what one types in two visits of a field is two', () => {
  const descriptor = flow(['t1', event], ['v1', 'appmixer.utils.controls.SetVariable']);
  const to = { from: 't1', outPort: 'out', to: 'v1', inPort: 'in' };
  const store = open(connect({ link: to, catalogue }).apply(descriptor), ['v1']);
  const undone = () => {
    act(() => store.getState().undo());
    return screen.queryAllByRole('group', { name: /row \d/ }).length;
  };
  for (let row = 0; row < 3; row++) fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect([undone(), undone()]).toEqual([2, 1]);
  act(() => store.getState().select(['t1']));
  const field = screen.getByRole('textbox', { name: /^Event Name/ });
  for (const value of ['a', 'ab']) {
    field.focus();
    fireEvent.change(field, { target: { value } });
    field.blur();
  }
  act(() => store.getState().undo());
  expect(store.getState().descriptor['t1']?.config?.properties?.['event']).toBe('a');
});

test('inputs wait for a link, and belong to the one that is chosen', () => {
  const unconnected = flow(['t1', event], ['t2', event], ['p1', post]);
  const store = open(unconnected, ['p1']);
  expect(screen.getByText('Connect this component to fill its fields.')).toBeDefined();
  act(() => store.getState().apply(link('t1')));
  expect(screen.queryByText('Input from')).toBeNull();
  expect(screen.getByText('URL')).toBeDefined();
  expect(screen.getByText('URL is required.')).toBeDefined();
  act(() => store.getState().apply(link('t2')));
  expect(screen.getByText('Input from')).toBeDefined();
});

test('Escape leads back to the canvas; showing a component does not take the focus from it', () => {
  const store = open(flow(['t1', event]), []);
  const canvas = screen.getByRole('button', { name: 'canvas' });
  canvas.focus();
  act(() => store.getState().select(['t1']));
  expect(document.activeElement).toBe(canvas);
  const field = screen.getByRole('textbox', { name: /^Event Name/ });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(document.activeElement).toBe(canvas);
});

test('a component that is not installed is told as such', () => {
  open({ x1: { type: 'acme.crm.core.Lookup', x: 0, y: 0, source: {} } }, ['x1']);
  expect(screen.getByText('The component acme.crm.core.Lookup is not installed.')).toBeDefined();
});

const focusedField = () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field');

test('a field that is sought gets the focus, once', () => {
  open(flow(['t1', event]), ['t1']);
  act(() => panels.getState().seek({ componentId: 't1', place: { part: 'properties', field: 'event' } }));
  expect(focusedField()).toBe('event');
  expect(panels.getState().sought).toBeUndefined();
});

test('a cell of rows is known by its row and column', async () => {
  const to = { from: 't1', outPort: 'out', to: 'c1', inPort: 'in' };
  const descriptor = connect({ link: to, catalogue }).apply(
    flow(['t1', event], ['c1', 'appmixer.utils.controls.Condition']),
  );
  const rows = [
    { input: 'a', value: 'b' },
    { input: '', operator: 'empty' },
  ];
  const value = { AND: [{ OR: rows }] };
  const store = open(
    setInput({ link: to, field: 'expression', title: 'Conditions', value }).apply(descriptor),
    ['c1'],
  );
  const cell = store.getState().problems.find(({ place }) => place.cell)?.place.cell;
  expect(cell).toEqual({ row: 1, column: 'input' });
  const form = document.querySelector('[data-fields]')!;
  // The fields' editor is loaded first, which takes long on a machine at work.
  const control = await waitFor(
    () => {
      const found = controlOf(form, 'expression', cell);
      expect(found).toBeDefined();
      return found;
    },
    { timeout: 10_000 },
  );
  expect(control?.getAttribute('contenteditable')).toBe('true');
  expect(control?.closest('[data-row]')?.getAttribute('aria-label')).toBe('Conditions, condition 1.2');
});

test('who does something else meanwhile is not called back', () => {
  open(flow(['t1', event]), ['t1']);
  act(() =>
    panels.getState().seek({ componentId: 't1', place: { part: 'properties', field: 'not there yet' } }),
  );
  fireEvent.keyDown(document.body, { key: 'x' });
  expect(panels.getState().sought).toBeUndefined();
});
