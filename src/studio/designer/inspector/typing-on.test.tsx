// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { ReactFlowProvider } from '@xyflow/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { holdWorker } from '../../background/testing/held-worker.ts';
import { catalogue } from '../../catalogue.ts';
import { DocumentContext, useDocument } from '../document/document-context.ts';
import { createMemoryServer } from '../document/testing/flow-server.ts';
import { open as openFlow } from '../document/testing/open-flow.ts';
import { impactsOf } from '../impact/impacts.ts';
import { PanelsContext } from '../panels/panels-context.ts';
import { createPanelsStore } from '../panels/panels-store.ts';
import { createMemoryStorage } from '../document/testing/memory-storage.ts';
import { PropertiesSection } from './PropertiesSection.tsx';

const worker = holdWorker();
// Nobody answers: no more is asked of a server here than what a trigger's history is.
vi.stubGlobal('fetch', () => new Promise(() => undefined));
afterEach(cleanup);
// What the editor is made of takes a while to come.
beforeAll(() => import('../json/JsonEditor.tsx'));

/** So long that it is handed over when typing rests. */
const long = (value: object) => JSON.stringify({ ...value, text: 'x'.repeat(60_000) }, undefined, 2);
const before = long({ email: 'ada@example.com' });
const pasted = long({ total: 12 });

const descriptor: Descriptor = {
  t: {
    type: 'appmixer.utils.appevents.OnAppEvent',
    x: 0,
    y: 0,
    config: { properties: { event: 'e', eventDataExample: before } },
  },
  p: {
    type: 'appmixer.utils.http.Post',
    x: 320,
    y: 0,
    source: { in: { t: ['out'] } },
    config: {
      transform: {
        in: {
          t: {
            out: {
              lambda: { url: '{{{m}}}' },
              modifiers: { url: { m: { variable: '$.t.out.data.email', functions: [] } } },
            },
          },
        },
      },
    },
  },
};

function Properties() {
  const node = useDocument((state) => state.descriptor['t']!);
  const { manifest } = catalogue.component(node.type)!;
  return <PropertiesSection componentId="t" node={node} manifest={manifest} problems={[]} />;
}

async function open() {
  const document = openFlow({ server: createMemoryServer({ name: 'Flow', descriptor, notes: {} }) });
  const { store } = document;
  const { container } = render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <DocumentContext value={document}>
          <PanelsContext value={createPanelsStore(createMemoryStorage())}>
            <ReactFlowProvider>
              <Properties />
            </ReactFlowProvider>
          </PanelsContext>
        </DocumentContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const content = await waitFor(() => {
    const found = container.querySelector<HTMLElement>('.cm-content');
    expect(found).not.toBeNull();
    return found!;
  });
  const view = EditorView.findFromDOM(content)!;
  return {
    store,
    view,
    example: () => store.getState().descriptor['t']?.config?.properties?.['eventDataExample'],
    question: () => impactsOf(store).getState().question,
    /** It is in the text when the background has laid it out. */
    paste: (text = pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      act(() => {
        content.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      });
    },
    press: (key: string) =>
      act(() => void content.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))),
    type: (text: string) => {
      act(() =>
        view.dispatch({ changes: { from: view.state.doc.length, insert: text }, userEvent: 'input.type' }),
      );
    },
    next: () =>
      act(async () => {
        worker.next();
        await Promise.resolve();
      }),
    /** All that the page waits for is done. */
    look: () =>
      act(async () => {
        while (worker.waiting() > 0) {
          worker.next();
          await Promise.resolve();
        }
      }),
  };
}

test('keys that come before the question about a paste are in the text, and nobody has to answer', async () => {
  const { store, view, paste, next, type, look, example, question } = await open();
  await look();
  paste();
  await next();
  await waitFor(() => expect(store.getState().pending?.value).toBe(pasted));
  type(' ');
  type('\n');
  await look();
  await waitFor(() => expect(example()).toBe(`${pasted} \n`));
  expect(question()).toBeUndefined();
  expect(view.state.doc.toString()).toBe(`${pasted} \n`);
});

test('the text asked about stays in view; keys that come then end the question, an answer does what it says', async () => {
  const { view, paste, type, look, example, question } = await open();
  await look();
  paste();
  await waitFor(async () => {
    await look();
    expect(question()).toBeDefined();
  });
  expect(view.state.doc.toString()).toBe(pasted);
  act(() => question()!.answer(undefined));
  await waitFor(() => expect(view.state.doc.toString()).toBe(before));
  expect(example()).toBe(before);

  paste();
  await waitFor(async () => {
    await look();
    expect(question()).toBeDefined();
  });
  type(' ');
  act(() => void view.contentDOM.dispatchEvent(new FocusEvent('blur')));
  expect(question()).toBeUndefined();
  await look();
  expect(example()).toBe(`${pasted} `);
  expect(view.state.doc.toString()).toBe(`${pasted} `);
});

const onOneLine = JSON.stringify({ email: 'ada@example.com', text: 'x'.repeat(60_000) });

test('a long paste is in the text when it is laid out, as one undo step', async () => {
  const { store, view, paste, look, example } = await open();
  await look();
  paste(onOneLine);
  expect(view.state.doc.toString()).toBe(before);
  await look();
  const laidOut = JSON.stringify(JSON.parse(onOneLine), undefined, 2);
  await waitFor(() => expect(view.state.doc.toString()).toBe(laidOut));
  await look();
  await waitFor(() => expect(example()).toBe(laidOut));
  act(() => store.getState().undo());
  expect(example()).toBe(before);
  expect(view.state.doc.toString()).toBe(before);
});

test('who types on before a long paste is laid out has it as it came, with the keys', async () => {
  const { view, paste, press, type, look, example } = await open();
  await look();
  paste(onOneLine);
  press('Shift');
  expect(view.state.doc.toString()).toBe(before);
  press(' ');
  type(' ');
  await look();
  expect(view.state.doc.toString()).toBe(`${onOneLine} `);
  await waitFor(() => expect(example()).toBe(`${onOneLine} `));
});

test('who leaves before a long paste is laid out leaves with it, and where the background fails it is there', async () => {
  const left = await open();
  await left.look();
  left.paste(onOneLine);
  cleanup();
  await left.look();
  expect(left.example()).toBe(onOneLine);

  const failed = await open();
  await failed.look();
  failed.paste(onOneLine);
  act(() => void worker.happen(new Event('error')));
  await waitFor(() => expect(failed.view.state.doc.toString()).toBe(onOneLine));
});
