import type { Sentences } from '../../../flow/messages/sentences.ts';

/** The texts of a manifest, placed as the manifest is built; its lists by `name[0]`. */
export type ComponentTexts = Sentences;

/** The labels of a list of options. */
export function options(...labels: string[]): ComponentTexts {
  return Object.fromEntries(labels.map((label, index) => [`options[${index}]`, { label }]));
}

/** The inputs of a component's own settings. */
export function fields(inputs: ComponentTexts, groups: ComponentTexts = {}): ComponentTexts {
  return { properties: { inspector: { inputs, groups } } };
}

/** The inputs of its one in port. */
export function inPort(inputs: ComponentTexts, groups: ComponentTexts = {}): ComponentTexts {
  return { 'inPorts[0]': { inspector: { inputs, groups } } };
}

/** The options of its one out port. */
export function outPort(...labels: string[]): ComponentTexts {
  return { 'outPorts[0]': options(...labels) };
}
