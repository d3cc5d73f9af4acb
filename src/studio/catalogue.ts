import { catalogue as installed } from '../connectors/catalogue.ts';
import type { Catalogue, ComponentDefinition } from '../flow/definition.ts';
import type { Inspector, ModuleManifest } from '../flow/manifest.ts';
import { findCustomModifier } from './custom-modifiers.ts';
import { componentWording, moduleText } from './text/component-texts.ts';
import { spokenTexts } from './text/language.ts';
import { wordInspector, wordManifest, wordOutputs } from './text/manifest-texts.ts';

/** Made once per component and module, for as long as the page speaks the same language. */
let texts: unknown;
const definitions = new Map<ComponentDefinition, ComponentDefinition>();
const modules = new Map<ModuleManifest, ModuleManifest>();

/** The installed components, their manifests in the language of the page. */
export const catalogue: Catalogue = {
  component: (type) => {
    const definition = installed.component(type);
    return definition && wordedDefinition(definition);
  },
  components: () => installed.components().map(wordedDefinition),
  module: (name) => {
    const module = installed.module(name);
    return module && wordedModule(module);
  },
  modules: () => installed.modules().map(wordedModule),
  customModifier: findCustomModifier,
};

/** What a component's own code answered for the inspector at `path` of its manifest, in the language of the page. */
export function wordedReply(type: string, path: string, inspector: Inspector): Inspector {
  const manifest = installed.component(type)?.manifest;
  return manifest ? wordInspector(inspector, path, componentWording(manifest)) : inspector;
}

function wordedDefinition(definition: ComponentDefinition): ComponentDefinition {
  return kept(definitions, definition, () => {
    const { manifest, outputs, outputsFrom } = definition;
    const wording = componentWording(manifest);
    const inWords = wordManifest(manifest, wording);
    if (inWords === manifest) return definition;
    return {
      ...definition,
      manifest: inWords,
      ...(outputs ? { outputs: (config) => wordOutputs(outputs(config), wording) } : {}),
      ...(outputsFrom
        ? { outputsFrom: (config, upstream) => wordOutputs(outputsFrom(config, upstream), wording) }
        : {}),
    };
  });
}

function wordedModule(module: ModuleManifest): ModuleManifest {
  return kept(modules, module, () => ({
    ...module,
    label: moduleText(module, 'label'),
    description: moduleText(module, 'description'),
    categoryLabel: moduleText(module, 'categoryLabel'),
  }));
}

function kept<Value>(known: Map<Value, Value>, value: Value, make: () => Value): Value {
  if (texts !== spokenTexts()) {
    texts = spokenTexts();
    definitions.clear();
    modules.clear();
  }
  const made = known.get(value) ?? make();
  known.set(value, made);
  return made;
}
