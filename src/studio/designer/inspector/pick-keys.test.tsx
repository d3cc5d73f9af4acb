// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Reference } from '../../../flow/descriptor.ts';
import { fieldsOfValue } from '../../../flow/example.ts';
import type { InspectorInput } from '../../../flow/manifest.ts';
import { searchProblems } from '../../../flow/problems.ts';
import { catalogue } from '../../catalogue.ts';
import type { Autosave } from '../document/autosave.ts';
import { DocumentContext } from '../document/document-context.ts';
import { openStore } from '../document/testing/open-store.ts';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { PanelsContext } from '../panels/panels-context.ts';
import { createPanelsStore } from '../panels/panels-store.ts';
import { VariableContext } from '../variables/variable-context.ts';
import { createVariableSource } from '../variables/variable-source.ts';
import { FieldRow } from './FieldRow.tsx';

afterEach(cleanup);

const source = createVariableSource([
  {
    componentId: 't1',
    label: 'On App Event',
    type: 'appmixer.utils.appevents.OnAppEvent',
    distance: 1,
    ports: [{ port: 'out', fields: fieldsOfValue({ data: { code: 201, when: '2026-03-01' } }) }],
  },
]);

/** Shows a field below an event. */
function show(input: InspectorInput, initial?: unknown) {
  const stored: { value: unknown; added: Record<string, Reference> | undefined } = {
    value: initial,
    added: undefined,
  };
  function Field() {
    const [value, setValue] = useState(initial);
    const [references, setReferences] = useState<Record<string, Reference>>({});
    return (
      <FieldRow
        idPrefix="p"
        componentId="c"
        name="a"
        input={{ label: 'A', ...input }}
        value={value}
        required={false}
        references={references}
        onChange={(next, added) => {
          Object.assign(stored, { value: next, added });
          setValue(next);
          setReferences({ ...references, ...added });
        }}
      />
    );
  }
  const store = openStore({ searchProblems: searchProblems(catalogue) });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <DocumentContext value={{ store, autosave: {} as Autosave }}>
          <PanelsContext value={createPanelsStore(createMemoryStorage())}>
            <VariableContext value={source}>
              <Field />
            </VariableContext>
          </PanelsContext>
        </DocumentContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return stored;
}

const options = ['x', 'y'];
const press = (element: Element, key: string, more = {}) => fireEvent.keyDown(element, { key, ...more });
const picker = () => screen.queryByRole('dialog', { name: 'Variables for A' });

const kinds: [type: string, control: () => HTMLElement][] = [
  ['number', () => screen.getByRole('textbox', { name: 'A' })],
  ['toggle', () => screen.getByRole('switch', { name: 'A' })],
  ['select', () => screen.getByRole('combobox', { name: 'A' })],
  ['multiselect', () => screen.getByRole('combobox', { name: 'A' })],
  ['select-button-group', () => screen.getByRole('radio', { name: 'x' })],
  ['color-palette', () => screen.getByRole('radio', { name: 'x' })],
  ['date-time', () => screen.getByLabelText('A')],
  ['list', () => screen.getByRole('button', { name: 'Add' })],
  ['filepicker', () => screen.getByRole('button', { name: 'Upload a file for A' })],
];

test.each(kinds)('%s: {{ opens the picker, and what is picked is the value', async (type, control) => {
  const stored = show({ type, options });
  press(control(), 'Shift');
  press(control(), '{');
  expect(picker()).toBeNull();
  press(control(), 'Shift');
  expect(press(control(), '{')).toBe(false);
  expect(picker()).not.toBeNull();
  press(screen.getByRole('combobox', { name: 'Search variables' }), 'Enter');
  expect(picker()).toBeNull();
  // The editor is loaded with its first variable.
  await vi.waitFor(
    () => expect(document.querySelector('[data-field]')!.contains(document.activeElement)).toBe(true),
    { timeout: 10_000 },
  );
  expect(Object.values(stored.added ?? {})).toEqual([{ variable: '$.t1.out.data.code', functions: [] }]);
});

test.each(kinds)('%s: Ctrl+Space opens the picker', (type, control) => {
  show({ type, options });
  expect(press(control(), ' ', { code: 'Space', ctrlKey: true })).toBe(false);
  expect(picker()).not.toBeNull();
});

test('one { alone, or another key between two, asks for nothing', () => {
  show({ type: 'number' });
  const [, control] = kinds[0]!;
  for (const key of ['{', '1', '{', 'Backspace', ' ']) press(control(), key);
  expect(picker()).toBeNull();
});

test.each<[string, InspectorInput, unknown]>([
  ['takes no variables', { type: 'number', variables: false }, 1],
  ['is only read', { type: 'number', readonly: true }, 1],
])('a field that %s opens no picker', (_, input, value) => {
  show(input, value);
  const control = screen.getByRole('textbox', { name: 'A' });
  press(control, '{');
  press(control, '{');
  press(control, ' ', { code: 'Space', ctrlKey: true });
  expect(picker()).toBeNull();
});

test('what is typed in the picker asks for no other', () => {
  show({ type: 'toggle' });
  press(screen.getByRole('switch', { name: 'A' }), ' ', { code: 'Space', ctrlKey: true });
  const search = screen.getByRole('combobox', { name: 'Search variables' });
  expect(press(search, '{')).toBe(true);
  expect(press(search, '{')).toBe(true);
});
