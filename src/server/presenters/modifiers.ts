import type { ModifierSet } from '../../contract/modifiers.ts';
import { modifierCategories, modifiers } from '../../flow/modifiers/catalogue.ts';
import type { CustomModifier } from '../../flow/modifiers/custom.ts';
import type { Modifier } from '../../flow/modifiers/modifier.ts';
import type { CustomModifierSet } from '../../store/custom-modifiers.ts';

type Presented = ModifierSet['modifiers'][string];

const builtIn = Object.fromEntries(
  Object.values(modifiers).map((modifier) => [modifier.name, presentBuiltIn(modifier)]),
);

/** The built-in modifiers and the installation's own (INTERFACE §5, Modifiers). */
export function presentModifiers(set: CustomModifierSet): ModifierSet {
  const { categories, modifiers: custom } = presentOwnModifiers(set);
  return { categories: { ...categories, ...modifierCategories }, modifiers: { ...builtIn, ...custom } };
}

/** The installation's own alone. */
export function presentOwnModifiers({ modifiers: custom, groups }: CustomModifierSet): ModifierSet {
  return {
    categories: Object.fromEntries(groups.map(({ id, label, index }) => [id, { label, index }])),
    modifiers: Object.fromEntries(custom.map((definition) => [definition.name, presentCustom(definition)])),
  };
}

function presentBuiltIn(modifier: Modifier): Presented {
  const { name, label, category, description, returns } = modifier;
  return {
    name,
    label,
    category: [category],
    description,
    arguments: modifier.arguments.map(({ name, type, isHash = false, label }) => ({
      name,
      type,
      isHash,
      label,
    })),
    returns,
    helperFn: '',
    isBlock: false,
    private: false,
    variableArguments: false,
  };
}

function presentCustom(definition: CustomModifier): Presented {
  return {
    ...definition,
    label: definition.label ?? definition.name.replace(/^g_/, ''),
    category: definition.category ?? ['custom'],
    description: definition.description ?? '',
    arguments: (definition.arguments ?? []).map((argument) => ({ isHash: false, type: 'any', ...argument })),
    returns: definition.returns ?? 'any',
    isBlock: false,
    private: definition.private ?? false,
    variableArguments: definition.variableArguments ?? false,
  };
}
