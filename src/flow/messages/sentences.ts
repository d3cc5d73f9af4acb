/**
 * Texts for people, by key, nested as deep as one likes. A text may hold placeholders, `{{name}}`, and plural forms
 * separated by `|`, of which the value `count` chooses one: `"1 step|{{count}} steps"`. The forms stand in the order of
 * the language's CLDR plural categories (one, other in English and German).
 */
export type Sentences = { readonly [key: string]: string | Sentences };

/** The dotted keys of all texts: `'menu.rename'`. */
export type SentenceKey<All extends Sentences> = {
  [Key in keyof All & string]: All[Key] extends Sentences ? `${Key}.${SentenceKey<All[Key]>}` : Key;
}[keyof All & string];

/** The text below a dotted key. */
export type SentenceAt<All, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof All
    ? SentenceAt<All[Head], Rest>
    : never
  : Key extends keyof All
    ? All[Key]
    : never;

/** The names of the values that a text needs. */
export type ValueName<Text> = Text extends `${string}|${string}`
  ? 'count' | Placeholder<Text>
  : Placeholder<Text>;

type Placeholder<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

/** What a caller passes beside the key: nothing where the text has no placeholder. */
export type ValuesFor<Text, Value> = [ValueName<Text>] extends [never]
  ? []
  : [values: { [Name in ValueName<Text>]: Name extends 'count' ? number : Value }];

/** The same texts in another language: every key, and as values whatever text has the same placeholders. */
export type Translation<All> = {
  readonly [Key in keyof All]: All[Key] extends string ? string : Translation<All[Key]>;
};

/** The text at a dotted key; undefined where there is none. */
export function sentenceAt(all: Sentences | undefined, key: string): string | undefined {
  let found: string | Sentences | undefined = all;
  for (const step of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  return typeof found === 'string' ? found : undefined;
}

/** Chooses the plural form that fits `values.count`, where there are several. */
export function pluralForm(
  text: string,
  values: Readonly<Record<string, unknown>>,
  language: string,
): string {
  const { count } = values;
  if (typeof count !== 'number' || !text.includes('|')) return text;
  const forms = text.split('|');
  const rules = new Intl.PluralRules(language);
  const index = rules.resolvedOptions().pluralCategories.indexOf(rules.select(count));
  return forms[Math.min(Math.max(index, 0), forms.length - 1)]!;
}

/** A text cut at its placeholders: texts at even places, names at odd ones. */
export function cutAtPlaceholders(text: string): string[] {
  return text.split(/\{\{(\w+)\}\}/);
}

/** The text with its values filled in; a value that is not given leaves its placeholder to be seen. */
export function fillIn(
  text: string,
  values: Readonly<Record<string, string | number>>,
  language: string,
): string {
  return cutAtPlaceholders(pluralForm(text, values, language))
    .map((part, index) => (index % 2 === 0 ? part : String(values[part] ?? `{{${part}}}`)))
    .join('');
}
