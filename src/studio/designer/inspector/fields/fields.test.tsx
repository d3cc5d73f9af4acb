// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { Inspector, InspectorInput } from '../../../../flow/manifest.ts';
import { without } from '../../../../flow/record.ts';
import { createMemoryStorage } from '../../document/testing/memory-storage.ts';
import { PanelsContext } from '../../panels/panels-context.ts';
import { createPanelsStore } from '../../panels/panels-store.ts';
import { FieldList } from '../FieldList.tsx';
import { inspectorOf, requiredFields } from '../inspector-of.ts';

/** Each type of input of the interface (INTERFACE §2.3), its row by its row, in a form made for the test. */

afterEach(cleanup);

// Textareas that grow wait for fonts, which this document has none of.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** Shows a form and gives what the document would hold of it. */
function show(inputs: Record<string, InspectorInput>, initial: Record<string, unknown> = {}) {
  const inspector: Inspector = { inputs };
  const stored = { values: initial };
  function Form() {
    const [values, setValues] = useState(initial);
    stored.values = values;
    return (
      <FieldList
        componentId="c"
        place={{ part: 'properties' }}
        idPrefix="p"
        inspector={inspectorOf({ inspector })}
        required={requiredFields({ inspector })}
        values={values}
        references={{}}
        problems={[]}
        onChange={({ name, value }) =>
          setValues((before) => (value === undefined ? without(before, name) : { ...before, [name]: value }))
        }
      />
    );
  }
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <PanelsContext value={createPanelsStore(createMemoryStorage())}>
          <Form />
        </PanelsContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return stored;
}

const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('text: label, tooltip, placeholder, attrs, required', () => {
  const stored = show({
    a: { type: 'text', label: 'First', tooltip: 'Why it is there', placeholder: 'e.g. x', required: true },
    b: { type: 'text', attrs: { label: 'Second' } },
    c: { type: 'text' },
  });
  const first = screen.getByRole('textbox', { name: /^First/ });
  expect(first.getAttribute('placeholder')).toBe('e.g. x');
  expect(first.getAttribute('aria-required')).toBe('true');
  expect(document.getElementById(first.getAttribute('aria-describedby')!)?.textContent).toBe(
    'Why it is there',
  );
  type(screen.getByRole('textbox', { name: 'Second' }), 'two');
  type(screen.getByRole('textbox', { name: 'c' }), 'three');
  expect(stored.values).toEqual({ b: 'two', c: 'three' });
});

test.each(['textarea', 'textare'])('%s takes lines', (name) => {
  const stored = show({ a: { type: name, label: 'Lines' } });
  const field = screen.getByRole('textbox', { name: 'Lines' });
  expect(field.tagName).toBe('TEXTAREA');
  type(field, 'a\nb');
  expect(stored.values).toEqual({ a: 'a\nb' });
});

test('an input without a type, or of one nobody knows, is edited as text', () => {
  const stored = show({ a: { label: 'None' }, b: { type: 'constructor', label: 'Strange' } });
  type(screen.getByRole('textbox', { name: 'None' }), '1');
  type(screen.getByRole('textbox', { name: 'Strange' }), '2');
  expect(stored.values).toEqual({ a: '1', b: '2' });
});

test('readonly values are shown and cannot be changed, whatever their type', () => {
  show(
    {
      text: { type: 'text', label: 'Text', readonly: true, defaultValue: 'https://x' },
      area: { type: 'textarea', label: 'Area', readonly: true },
      number: { type: 'number', label: 'Number', readonly: true },
      toggle: { type: 'toggle', label: 'Toggle', readonly: true },
      date: { type: 'date-time', label: 'Date', readonly: true },
      list: { type: 'list', label: 'List', readonly: true },
      tiles: { type: 'select-button-group', label: 'Tiles', options: ['a', 'b'], readonly: true },
      pairs: { type: 'key-value', label: 'Pairs', readonly: true },
      rows: {
        type: 'expression',
        label: 'Rows',
        readonly: true,
        fields: { x: { type: 'text', label: 'X' } },
      },
      file: { type: 'filepicker', label: 'Doc', readonly: true },
    },
    { area: 'a\nb', number: 3, list: ['one'], tiles: 'a', pairs: '{"k":"v"}', rows: { ADD: [{ x: '1' }] } },
  );
  for (const name of ['Text', 'Area', 'Number', 'List, item 1', 'Pairs', 'X']) {
    expect(screen.getByRole('textbox', { name }).hasAttribute('readonly'), name).toBe(true);
  }
  expect(screen.getByLabelText('Date').hasAttribute('readonly')).toBe(true);
  expect(screen.getByRole('switch', { name: 'Toggle' }).hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('radio', { name: 'a' }).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: /Add|Remove|Upload|Clear/ })).toBeNull();
});

test('number: min, max, step; what lies outside is moved to the limit when it is left', () => {
  const stored = show({ a: { type: 'number', label: 'N', min: 2, max: 10, step: 4, defaultValue: 6 } });
  const field = screen.getByRole('textbox', { name: 'N' });
  expect((field as HTMLInputElement).value).toBe('6');
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  expect(stored.values).toEqual({ a: 10 });
  type(field, '99');
  fireEvent.blur(field);
  expect(stored.values).toEqual({ a: 10 });
});

test('toggle', () => {
  const stored = show({ a: { type: 'toggle', label: 'On', tooltip: 'What it does', defaultValue: true } });
  const toggle = screen.getByRole('switch', { name: 'On' });
  expect(document.getElementById(toggle.getAttribute('aria-describedby')!)?.textContent).toBe('What it does');
  expect((toggle as HTMLInputElement).checked).toBe(true);
  fireEvent.click(toggle);
  expect(stored.values).toEqual({ a: false });
});

test.each(['select', 'select-box'])('%s: options in every spelling, and a row that clears', async (name) => {
  const stored = show(
    {
      a: {
        type: name,
        label: 'Pick',
        options: [
          'plain',
          { label: 'New spelling', value: 1 },
          { content: 'Old spelling', value: true },
          { clearItem: true, content: 'Nothing of it' },
        ],
      },
    },
    { a: 1 },
  );
  const select = screen.getByRole('combobox', { name: 'Pick' });
  expect((select as HTMLInputElement).value).toBe('New spelling');
  fireEvent.click(select);
  const options = (await screen.findAllByRole('option', { hidden: true })).map(
    ({ textContent }) => textContent,
  );
  expect(options).toEqual(['Nothing of it', 'plain', 'New spelling', 'Old spelling']);
  fireEvent.click(screen.getByRole('option', { name: 'Old spelling', hidden: true }));
  expect(stored.values).toEqual({ a: true });
  fireEvent.click(screen.getByRole('option', { name: 'Nothing of it', hidden: true }));
  expect(stored.values).toEqual({});
});

test('multiselect keeps a list', async () => {
  const stored = show({
    a: { type: 'multiselect', label: 'Several', options: ['x', 'y'], defaultValue: ['x'] },
  });
  fireEvent.click(screen.getByRole('combobox', { name: 'Several' }));
  fireEvent.click(await screen.findByRole('option', { name: 'y', hidden: true }));
  expect(stored.values).toEqual({ a: ['x', 'y'] });
});

test('select-button-group: one of its options, or with multi several', () => {
  const options = [{ label: 'Left', value: 'l' }, { content: 'Right', value: 'r' }, 'both'];
  const stored = show({
    one: { type: 'select-button-group', label: 'Side', options },
    many: { type: 'select-button-group', label: 'Sides', options, multi: true },
  });
  const one = within(screen.getByRole('radiogroup', { name: 'Side' }));
  fireEvent.click(one.getByRole('radio', { name: 'Right' }));
  const many = within(screen.getByRole('group', { name: 'Sides' }));
  fireEvent.click(many.getByRole('checkbox', { name: 'both' }));
  fireEvent.click(many.getByRole('checkbox', { name: 'Left' }));
  expect(stored.values).toEqual({ one: 'r', many: ['l', 'both'] });
  fireEvent.click(many.getByRole('checkbox', { name: 'Left' }));
  fireEvent.click(many.getByRole('checkbox', { name: 'both' }));
  fireEvent.click(one.getByRole('button', { name: 'Clear' }));
  expect(stored.values).toEqual({});
});

test('color-palette: swatches are radio buttons, named; one that is no colour is told in words', () => {
  const stored = show(
    {
      a: {
        type: 'color-palette',
        label: 'Colour',
        required: true,
        options: [{ content: 'Red', value: '#ff0000' }, 'blue', { label: 'Like the theme', value: 'theme' }],
      },
    },
    { a: 'green' },
  );
  const palette = within(screen.getByRole('radiogroup', { name: /^Colour/ }));
  expect(palette.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual([
    'Red',
    'blue',
    'Like the theme',
    'green',
  ]);
  expect(palette.getByRole<HTMLInputElement>('radio', { name: 'green' }).checked).toBe(true);
  fireEvent.click(palette.getByRole('radio', { name: 'Red' }));
  expect(stored.values).toEqual({ a: '#ff0000' });
  expect(palette.queryByRole('button')).toBeNull();
});

test('list: texts are added, changed, moved and removed, the focus with them', async () => {
  const stored = show({ a: { type: 'list', label: 'Names' } });
  fireEvent.click(button('Add'));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Names, item 1'));
  type(document.activeElement as HTMLElement, 'one');
  fireEvent.click(button('Add'));
  type(screen.getByRole('textbox', { name: 'Names, item 2' }), 'two');
  fireEvent.click(button('Add'));
  type(screen.getByRole('textbox', { name: 'Names, item 3' }), 'three');
  fireEvent.click(button('Move item 3 up'));
  expect(stored.values).toEqual({ a: ['one', 'three', 'two'] });
  expect(document.activeElement).toBe(button('Move item 2 up'));
  fireEvent.click(button('Move item 2 up'));
  expect(stored.values).toEqual({ a: ['three', 'one', 'two'] });
  expect(document.activeElement).toBe(button('Move item 1 down'));
  expect(screen.getByText('Item 1 of 3')).toBeDefined();
  fireEvent.click(button('Remove item 2'));
  fireEvent.click(button('Remove item 2'));
  expect(stored.values).toEqual({ a: ['three'] });
  fireEvent.click(button('Remove item 1'));
  expect(stored.values).toEqual({});
});

test('a list that a document holds as a text is edited as one', () => {
  const stored = show({ a: { type: 'list', label: 'Names' } }, { a: 'from elsewhere' });
  type(screen.getByRole('textbox', { name: 'Names' }), 'changed');
  expect(stored.values).toEqual({ a: 'changed' });
});

test('date-time: with or without time, shown in its format', () => {
  const stored = show(
    {
      day: { type: 'date-time', label: 'Day', config: { enableTime: false, format: 'DD.MM.YYYY' } },
      moment: { type: 'date-time', label: 'Moment', config: { enableTime: true, time24hr: true } },
    },
    { day: '2026-03-01' },
  );
  const day = screen.getByLabelText('Day');
  expect(day.getAttribute('type')).toBe('date');
  expect(screen.getByText('Shown as 01.03.2026')).toBeDefined();
  type(day, '2026-04-02');
  const moment = screen.getByLabelText('Moment');
  expect(moment.getAttribute('type')).toBe('datetime-local');
  type(moment, '2026-04-02T15:30');
  expect(stored.values).toEqual({ day: '2026-04-02', moment: new Date('2026-04-02T15:30').toISOString() });
  expect(screen.getByText(/^Shown as Apr 2, 2026, 15:30$/)).toBeDefined();
});

test('expression: rows of any fields, with levels, exclusive fields and when', () => {
  const stored = show({
    a: {
      type: 'expression',
      label: 'Rows',
      levels: ['ADD'],
      fields: {
        kind: {
          type: 'select-button-group',
          label: 'Kind',
          options: ['text', 'list'],
          defaultValue: 'text',
          index: 1,
        },
        text: { type: 'text', label: 'Text', index: 2, when: { eq: { './kind': 'text' } } },
        list: { type: 'list', label: 'Items', index: 3, when: { eq: { './kind': 'list' } } },
      },
    },
  });
  fireEvent.click(button('Add'));
  type(screen.getByRole('textbox', { name: 'Text' }), 'hello');
  fireEvent.click(screen.getByRole('radio', { name: 'list' }));
  expect(screen.queryByRole('textbox', { name: 'Text' })).toBeNull();
  expect(stored.values).toEqual({ a: { ADD: [{ kind: 'list', text: 'hello' }] } });
});

test('key-value keeps JSON text, with its own words', () => {
  const stored = show({
    a: {
      type: 'key-value',
      label: 'Pairs',
      keyLabel: 'Header',
      valueLabel: 'Content',
      addLabel: 'Add header',
    },
  });
  fireEvent.click(button('Add header'));
  type(screen.getByRole('textbox', { name: 'Header 1' }), 'X-A');
  type(screen.getByRole('textbox', { name: 'Content 1' }), '1');
  expect(stored.values).toEqual({ a: '{"X-A":"1"}' });
});

test.each([
  ['googlepicker', /Google is not connected/],
  ['onedrivepicker', /OneDrive is not connected/],
])('%s: the id is entered, and why is said', (name, why) => {
  const stored = show({ a: { type: name, label: 'Folder', view: 'FOLDERS', placeholder: 'Pick one' } });
  const field = screen.getByRole('textbox', { name: 'Folder' });
  const notes = field.getAttribute('aria-describedby')!.split(' ');
  expect(notes.map((id) => document.getElementById(id)?.textContent).join(' ')).toMatch(why);
  type(field, '1AbC');
  expect(stored.values).toEqual({ a: '1AbC' });
});

test('filepicker offers to upload and to choose', () => {
  show({ a: { type: 'filepicker', label: 'Attachment' } });
  const field = within(screen.getByRole('group', { name: 'Attachment' }));
  expect(field.getByRole('button', { name: 'Upload a file for Attachment' })).toBeDefined();
  expect(field.getByRole('button', { name: 'Choose a stored file for Attachment' })).toBeDefined();
});
