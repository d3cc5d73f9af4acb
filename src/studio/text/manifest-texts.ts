import type { Field } from '../../flow/fields.ts';
import { labelOfStep } from '../../flow/example.ts';
import {
  type ComponentManifest,
  type InPort,
  type InputOption,
  type Inspector,
  type InspectorInput,
  labelOf,
  type OutPort,
} from '../../flow/manifest.ts';

/** What to read instead of the text at a path of a manifest (`inPorts[0].inspector.inputs.url.label`). */
export type Wording = (path: string, text: string | undefined) => string | undefined;

const inputTexts = ['label', 'tooltip', 'placeholder', 'keyLabel', 'valueLabel'] as const;

/** The manifest with its texts put through `word`; the same object when that changes none. */
export function wordManifest(manifest: ComponentManifest, word: Wording): ComponentManifest {
  const { inPorts, outPorts, properties } = manifest;
  return changed(manifest, {
    label: unlessSame(word('label', labelOf(manifest)), labelOf(manifest), manifest.label),
    description: word('description', manifest.description) ?? manifest.description,
    properties: properties && wordForm(properties, 'properties', word),
    inPorts: inPorts && mapped(inPorts, (port, index) => wordInPort(port, `inPorts[${index}]`, word)),
    outPorts: outPorts && mapped(outPorts, (port, index) => wordOutPort(port, `outPorts[${index}]`, word)),
  });
}

/** An inspector that stands at `path` of its manifest. */
export function wordInspector(inspector: Inspector, path: string, word: Wording): Inspector {
  const { inputs, groups } = inspector;
  return changed(inspector, {
    inputs: inputs && mappedValues(inputs, (input, name) => wordInput(input, `${path}.inputs.${name}`, word)),
    groups:
      groups &&
      mappedValues(groups, (group, name) =>
        changed(group, { label: word(`${path}.groups.${name}.label`, group.label) ?? group.label }),
      ),
  });
}

/** The outermost fields of each out port (`outputs.out.data`); what an author's own data calls them stays. */
export function wordOutputs(outputs: Record<string, Field[]>, word: Wording): Record<string, Field[]> {
  return mappedValues(outputs, (fields, port) =>
    mapped(fields, (field) => {
      if (field.label === labelOfStep(field.step)) return field;
      const label = word(`outputs.${port}.${field.step}`, field.label) ?? field.label;
      return changed(field, { label });
    }),
  );
}

function wordForm<Form extends { inspector?: Inspector }>(form: Form, path: string, word: Wording): Form {
  const { inspector } = form;
  const worded = inspector && wordInspector(inspector, `${path}.inspector`, word);
  return worded === inspector ? form : { ...form, inspector: worded };
}

function wordInPort(port: InPort | string, path: string, word: Wording): InPort | string {
  return typeof port === 'string' ? port : wordForm(port, path, word);
}

function wordOutPort(port: OutPort | string, path: string, word: Wording): OutPort | string {
  if (typeof port === 'string' || !port.options) return port;
  return changed(port, {
    options: mapped(port.options, (option, index) => wordOption(option, `${path}.options[${index}]`, word)),
  });
}

function wordInput(input: InspectorInput, path: string, word: Wording): InspectorInput {
  const texts = inputTexts.map((name) => {
    const text = input[name];
    return [name, typeof text === 'string' || text === undefined ? word(`${path}.${name}`, text) : text];
  });
  const { options, fields } = input;
  return changed(input, {
    ...Object.fromEntries(texts),
    options:
      options &&
      mapped(options, (option, index) => wordInputOption(option, `${path}.options[${index}]`, word)),
    fields: fields && mappedValues(fields, (field, name) => wordInput(field, `${path}.fields.${name}`, word)),
  } as Partial<InspectorInput>);
}

/** An option that is a text alone is its own value, as documents hold it. */
function wordInputOption(option: InputOption, path: string, word: Wording): InputOption {
  return typeof option === 'string' ? option : wordOption(option, path, word);
}

function wordOption<Option extends { label?: string; content?: string }>(
  option: Option,
  path: string,
  word: Wording,
): Option {
  const text = option.label ?? option.content;
  const label = text === undefined ? undefined : word(`${path}.label`, text);
  return label === text ? option : { ...option, label };
}

/** `before` where the wording is the text that stood there already, under whatever name. */
function unlessSame(worded: string | undefined, text: string, before: string | undefined) {
  return worded === text ? before : worded;
}

/** The object with these members, of which undefined ones are left as they are; the same one when nothing differs. */
function changed<Value extends object>(
  value: Value,
  members: { [Key in keyof Value]?: Value[Key] | undefined },
): Value {
  const differing = Object.entries(members).filter(
    ([name, member]) => member !== undefined && member !== value[name as keyof Value],
  );
  return differing.length > 0 ? { ...value, ...Object.fromEntries(differing) } : value;
}

function mapped<Item>(items: Item[], map: (item: Item, index: number) => Item): Item[] {
  const result = items.map(map);
  return result.every((item, index) => item === items[index]) ? items : result;
}

function mappedValues<Value>(
  values: Record<string, Value>,
  map: (value: Value, name: string) => Value,
): Record<string, Value> {
  return changed(
    values,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)])),
  );
}
