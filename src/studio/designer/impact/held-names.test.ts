// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { replaceComponent } from '../../../flow/operations/replace-component.ts';
import { removeComponents } from '../../../flow/operations/remove-components.ts';
import { catalogue } from '../../catalogue.ts';
import { createMemoryServer } from '../document/testing/flow-server.ts';
import { open as openFlow } from '../document/testing/open-flow.ts';
import { impactsOf } from './impacts.ts';

function hold() {
  const properties = { event: 'old', eventDataExample: '{}' };
  const descriptor = {
    t: { type: 'appmixer.utils.appevents.OnAppEvent', x: 0, y: 0, config: { properties } },
  };
  const server = createMemoryServer({ name: 'Flow', descriptor, notes: {} });
  const opened = openFlow({ server, stage: 'running' });
  const { holdName } = impactsOf(opened.store).getState();
  holdName('t', 'new');
  const name = () => opened.state().descriptor['t']?.config?.properties?.['event'];
  const held = () => impactsOf(opened.store).getState().heldNames.size;
  return { ...opened, name, held, leaveIt: () => holdName('t', undefined) };
}

test('a held name is taken when the flow stops, whatever is selected', () => {
  const { state, name, held } = hold();
  state().setStage('stopping');
  expect([name(), held()]).toEqual(['old', 1]);
  state().setStage('stopped');
  expect([name(), held()]).toEqual(['new', 0]);
});

test('the name goes with the component it was typed for', () => {
  const replaced = hold();
  const component = catalogue.component('appmixer.utils.timers.Timer')!;
  replaced.state().apply(replaceComponent({ id: 't', component, catalogue }));
  replaced.state().setStage('stopped');
  expect([replaced.name(), replaced.held()]).toEqual([undefined, 0]);
  const removed = hold();
  removed.state().apply(removeComponents({ ids: ['t'] }));
  expect(removed.held()).toBe(0);
});

test('who closes the page while a name is held is asked', () => {
  const { autosave, leaveIt } = hold();
  expect(autosave.leave()).toBe(false);
  leaveIt();
  expect(autosave.leave()).toBe(true);
});
