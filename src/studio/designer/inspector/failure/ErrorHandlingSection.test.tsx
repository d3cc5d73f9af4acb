// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { catalogue } from '../../../../connectors/catalogue.ts';
import type { Descriptor } from '../../../../flow/descriptor.ts';
import { linksOf } from '../../../../flow/graph.ts';
import { cardPorts } from '../../canvas/card-ports.ts';
import type { Autosave } from '../../document/autosave.ts';
import { DocumentContext, useDocument } from '../../document/document-context.ts';
import { openStore } from '../../document/testing/open-store.ts';
import { ErrorHandlingSection } from './ErrorHandlingSection.tsx';

afterEach(cleanup);

const post = { type: 'appmixer.utils.http.Post', x: 0, y: 0, source: {} };
const connected: Descriptor = {
  post,
  after: { ...post, type: 'appmixer.utils.controls.SetVariable', source: { in: { post: ['error'] } } },
};

function Selected() {
  const node = useDocument((state) => state.descriptor['post']!);
  return <ErrorHandlingSection componentId="post" node={node} />;
}

function open(descriptor: Descriptor) {
  const store = openStore({ descriptor });
  render(
    <MantineProvider env="test">
      <DocumentContext value={{ store, autosave: {} as Autosave }}>
        <Selected />
      </DocumentContext>
    </MantineProvider>,
  );
  return store;
}

const unfold = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'If this step fails' }));
  await screen.findAllByRole('radio');
};
const radio = (name: RegExp) => screen.getByRole('radio', { name });

test('is closed with a line of what is set; what is set goes into the document and back out', async () => {
  const store = open({ post });
  expect(screen.getByText('Tries up to 5 times more, then the run fails.')).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
  await unfold();
  const retries = screen.getByRole('textbox', { name: 'How often, at most' });
  fireEvent.change(retries, { target: { value: '1' } });
  expect(store.getState().descriptor['post']?.errorHandling).toEqual({ maxRetries: 1 });
  expect(screen.getByText('Tries once more, then the run fails.')).toBeDefined();
  fireEvent.click(screen.getByRole('switch', { name: /^Try again/ }));
  fireEvent.click(radio(/^Stop the flow/));
  expect(store.getState().descriptor['post']?.errorHandling).toEqual({
    autoRetry: false,
    maxRetries: 1,
    onError: 'stopFlow',
  });
  expect(screen.getByText('The flow stops, at once.')).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  for (let step = 0; step < 3; step++) act(() => store.getState().undo());
  expect(store.getState().descriptor['post']).toBe(post);
});

test('the error port shows on the card once it is chosen, and what is missing there is said', async () => {
  const store = open({ post });
  const ports = () => cardPorts(store.getState().descriptor, catalogue, 'post').out;
  expect(ports()).toEqual(['response']);
  await unfold();
  fireEvent.click(radio(/^Go on at the output/));
  expect(ports()).toEqual(['response', 'error']);
  expect(screen.getByText(/Nothing is connected to “error” yet/)).toBeDefined();
});

test('taking the error port back keeps its connections, says so, and offers both ways out', async () => {
  const store = open({ ...connected, post: { ...post, errorHandling: { onError: 'errorPort' } } });
  expect(screen.queryByRole('status')).toBeNull();
  await unfold();
  fireEvent.click(radio(/^The run fails/));
  expect(linksOf(store.getState().descriptor)).toHaveLength(1);
  expect(screen.getByText(/A connection leaves from “error”/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Go on there' }));
  expect(store.getState().descriptor['post']?.errorHandling).toEqual({ onError: 'errorPort' });
  act(() => store.getState().undo());
  fireEvent.click(screen.getByRole('button', { name: 'Remove the connection' }));
  expect(linksOf(store.getState().descriptor)).toEqual([]);
  expect(screen.queryByRole('status')).toBeNull();
  act(() => store.getState().undo());
  expect(linksOf(store.getState().descriptor)).toHaveLength(1);
});
