// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { afterEach, expect, test, vi } from 'vitest';
import type { Reference } from '../../../../flow/descriptor.ts';
import { fieldsOfValue } from '../../../../flow/example.ts';
import { createVariableSource } from '../variable-source.ts';
import { VariablePicker } from './VariablePicker.tsx';

afterEach(cleanup);

const source = createVariableSource([
  {
    componentId: 't1',
    label: 'On App Event',
    type: 'appmixer.utils.appevents.OnAppEvent',
    distance: 1,
    ports: [
      { port: 'out', fields: fieldsOfValue({ data: { city: 'Praha', street: 'Nová', strasse: 'Neue' } }) },
    ],
  },
]);

const nothing = () => {};

/** Of all its rows; none is drawn in a page without sizes. */
function height(): string {
  return screen.getByRole('tree').style.height;
}

/** Types into the search and presses keys before the rows of what was typed are drawn. */
function pickAtOnce(typed: string, ...keys: string[]) {
  const onPick = vi.fn<(reference: Reference) => void>();
  render(
    <MantineProvider env="test">
      <VariablePicker source={source} onPick={onPick} onClose={nothing} onDropped={nothing} />
    </MantineProvider>,
  );
  const search = screen.getByRole('combobox');
  const before = height();
  act(() => {
    // A page shows what is typed at once and the rows later.
    flushSync(() => fireEvent.change(search, { target: { value: typed } }));
    expect(height()).toBe(before);
    for (const key of keys) flushSync(() => fireEvent.keyDown(search, { key }));
  });
  expect(height()).not.toBe(before);
  return onPick.mock.calls.map(([reference]) => reference.variable);
}

test('Enter takes the first match of what is typed, however soon it comes', () => {
  expect(pickAtOnce('str', 'Enter')).toEqual(['$.t1.out.data.street']);
});

test('an arrow moves on the matches of what is typed, however soon it comes', () => {
  expect(pickAtOnce('str', 'ArrowDown', 'Enter')).toEqual(['$.t1.out.data.strasse']);
});
