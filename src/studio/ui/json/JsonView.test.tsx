// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { JsonView } from './JsonView.tsx';

afterEach(cleanup);

const show = (value: unknown) =>
  render(
    <MantineProvider env="test">
      <div data-testid="json">
        <JsonView value={value} />
      </div>
    </MantineProvider>,
  );
const text = () => screen.getByTestId('json').textContent;

test('a small value is shown whole, as JSON', () => {
  const value = { id: 7, tags: ['a"b', null], ok: true, none: {}, empty: [] };
  show(value);
  expect(JSON.parse(text() ?? '')).toEqual(value);
});

test('a container folds to its size and opens again', () => {
  show({ list: [1, 2, 3] });
  const toggle = screen.getByRole('button', { name: 'list' });
  expect(toggle.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(toggle);
  expect(text()).toBe('{"list": [ 3 items ]}');
  fireEvent.click(toggle);
  expect(text()).toBe('{"list": [1,2,3]}');
});

test('of a long list a part is shown, and more on demand', () => {
  show(Array.from({ length: 300 }, (_, index) => `n${index}`));
  expect(text()).toContain('"n49"');
  expect(text()).not.toContain('"n50"');
  fireEvent.click(screen.getByRole('button', { name: 'Show 200 of 250 more' }));
  expect(text()).toContain('"n249"');
  fireEvent.click(screen.getByRole('button', { name: 'Show 50 of 50 more' }));
  expect(text()).toContain('"n299"');
  expect(screen.queryByText(/more/)).toBeNull();
});

test('a long text is cut until all of it is asked for', () => {
  const long = 'x'.repeat(399) + '"y' + 'z'.repeat(1000);
  show(long);
  expect(text()).not.toContain('z');
  fireEvent.click(screen.getByRole('button', { name: 'Show all 1,401 characters' }));
  expect(JSON.parse(text() ?? '')).toBe(long);
});

test('markup in a value stays text', () => {
  show({ '<b>': '<img src=x onerror=alert(1)>' });
  expect(screen.getByTestId('json').querySelector('img, b')).toBeNull();
});
