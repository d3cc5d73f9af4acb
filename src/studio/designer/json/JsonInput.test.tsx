// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { WholeStep } from '../inspector/whole-step.ts';
import { JsonInput } from './JsonInput.tsx';

const worker = holdWorker();
afterEach(cleanup);
// What the editor is made of takes a while to come.
beforeAll(() => import('./JsonEditor.tsx'));

/** So long that it is handed over when typing rests. */
const onOneLine = JSON.stringify({ list: [1], text: 'x'.repeat(60_000) });
const laidOut = JSON.stringify(JSON.parse(onOneLine), undefined, 2);

async function open() {
  const seen: string[] = [];
  function Field() {
    const [value, setValue] = useState(onOneLine);
    const change = (text: string) => {
      seen.push(text);
      setValue(text);
    };
    return (
      <MantineProvider env="test">
        <WholeStep value={(pasted) => seen.push(`marked ${pasted}`)}>
          <JsonInput
            labelId="label"
            describedBy={undefined}
            value={value}
            invalid={false}
            required={false}
            onChange={change}
          />
        </WholeStep>
      </MantineProvider>
    );
  }
  const { container } = render(<Field />);
  const view = await waitFor(() => {
    const content = container.querySelector<HTMLElement>('.cm-content');
    expect(content).not.toBeNull();
    return EditorView.findFromDOM(content!)!;
  });
  return {
    seen,
    text: () => view.state.doc.toString(),
    format: () => fireEvent.click(screen.getByRole('button', { name: 'Format' })),
    type: (insert: string) =>
      act(() => view.dispatch({ changes: { from: view.state.doc.length, insert }, userEvent: 'input.type' })),
    work: () =>
      act(async () => {
        while (worker.waiting() > 0) {
          worker.next();
          await Promise.resolve();
        }
      }),
  };
}

test('a long text is laid out in the background, as a step of its own', async () => {
  const { seen, text, format, work } = await open();
  format();
  await work();
  await waitFor(() => expect(text()).toBe(laidOut));
  expect(seen).toEqual(['marked ', laidOut]);
});

test('what was typed last is laid out with the rest, and what is typed meanwhile stays', async () => {
  const { seen, text, format, type, work } = await open();
  type('\n');
  format();
  type(' ');
  await work();
  await waitFor(() => expect(seen.at(-1)).toBe(`${onOneLine}\n `));
  expect(text()).toBe(`${onOneLine}\n `);
  format();
  await work();
  await waitFor(() => expect(text()).toBe(laidOut));
});

test('a field that has gone is not laid out any more', async () => {
  const { seen, format, work } = await open();
  format();
  cleanup();
  await work();
  expect(seen).toEqual([]);
});
