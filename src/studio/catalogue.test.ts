import { afterEach, expect, test } from 'vitest';
import { catalogue as installed } from '../connectors/catalogue.ts';
import { inPortsOf, labelOf } from '../flow/manifest.ts';
import { catalogue, wordedReply } from './catalogue.ts';
import { german } from './text/german/german.ts';
import { speak } from './text/language.ts';

const post = 'appmixer.utils.http.Post';
const onAppEvent = 'appmixer.utils.appevents.OnAppEvent';

afterEach(() => speak('en', []));

function urlOf(type: string) {
  const manifest = catalogue.component(type)!.manifest;
  return inPortsOf(manifest)[0]!.inspector!.inputs!['url']!;
}

test('in English a component is the installed one itself', () => {
  expect(catalogue.component(post)).toBe(installed.component(post));
  expect(catalogue.component('vendor.of.old.Thing')).toBeUndefined();
});

test('the manifest is worded in the language of the page, once, and the installed one stays', () => {
  const before = JSON.stringify(installed.components());
  speak('de', [german]);
  const definition = catalogue.component(onAppEvent)!;
  expect(labelOf(definition.manifest)).toBe('App-Ereignis');
  expect(catalogue.component(onAppEvent)).toBe(definition);
  expect(catalogue.components()).toContain(definition);
  expect(catalogue.module('appmixer.utils.controls')!.label).toBe('Steuerung');
  expect(JSON.stringify(installed.components())).toBe(before);
});

test('outputs that follow from the settings are worded, but not what the author’s data calls them', () => {
  speak('de', [german]);
  const { outputs } = catalogue.component(onAppEvent)!;
  const read = (eventDataExample: string) => outputs!({ properties: { eventDataExample }, inputs: {} });
  expect(read('{"name":"Ada"}')['out']).toMatchObject([
    { step: 'data', label: 'Daten', children: [{ label: 'name' }] },
  ]);
});

test('a host’s own text goes first, by one key or by keys in keys', () => {
  const components = { [post]: { 'inPorts[0].inspector.inputs.url.label': 'Adresse', label: 'Senden' } };
  speak('en', [{ components }]);
  expect(urlOf(post).label).toBe('Adresse');
  expect(labelOf(catalogue.component(post)!.manifest)).toBe('Senden');
  speak('de', [
    { components: { [post]: { 'inPorts[0]': { inspector: { inputs: { url: { label: 'Ziel' } } } } } } },
    german,
  ]);
  expect(urlOf(post).label).toBe('Ziel');
});

test('a reply of a component’s own code is worded like what it declares', () => {
  const reply = { inputs: { url: { type: 'text', label: 'Webhook URL', defaultValue: 'http://a' } } };
  const worded = () => wordedReply('appmixer.utils.http.WebhookTrigger', 'properties.inspector', reply);
  expect(worded()).toBe(reply);
  speak('de', [german]);
  expect(worded()).toMatchObject({ inputs: { url: { label: 'Webhook-URL', defaultValue: 'http://a' } } });
});
