import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { type Modifier, modifierCategories, modifiers } from './catalogue.ts';

const file = new URL('../../../docs/modifiers.md', import.meta.url).pathname;

const code = (value: unknown): string => `\`${written(value).replaceAll('|', '\\|')}\``;

function written(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

function row({ name, description, arguments: args, example, takesValue }: Modifier): string {
  const named = args.map(
    ({ name, required, isHash }) => `\`${name}\`${required ? '!' : ''}${isHash ? ' =' : ''}`,
  );
  const given = example.arguments ? ` with ${code(example.arguments)}` : '';
  const shown = `${takesValue ? `${code(example.value)}${given} → ` : ''}${code(example.result)}`;
  return `| \`${name}\` | ${description.replaceAll('|', '\\|').replaceAll('<', '\\<')} | ${named.join(', ')} | ${shown} |`;
}

/** Mend the file by `npm run test:unit -- documentation -u`, and read what came of it. */
test('docs/modifiers.md tells of every modifier', async () => {
  const groups = Object.entries(modifierCategories).map(([category, { label }]) => {
    const rows = Object.values(modifiers)
      .filter((modifier) => modifier.category === category)
      .map(row);
    return `## ${label}\n\n| Name | What it gives | Arguments | Example |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  const text = `# Modifiers

Functions that an author applies to a variable, one after another. In a document each stands in \`functions\` as
\`{ "name": "g_round", "params": [{ "value": 2 }] }\`; arguments come by position, those marked \`=\` by name in
\`hashParams\`. An exclamation mark marks what must be given.

- Of nothing (no value, null) they give nothing, but for those that are there to handle nothing.
- A value they cannot work on is an error of the step that names field and modifier. With \`"onError": "keep"\` beside
  the name the value stays as it was, and the step has a warning.
- Numbers may be texts that spell one. Dates are ISO 8601 (a date alone is its midnight; without an offset the time is
  one of the time zone), the form of e-mail headers, or milliseconds since 1970. Time zones are IANA names.
- Patterns are those of RE2: no lookaround, no backreferences, and no pattern that hangs ([decision 6](decisions/0006-patterns-by-re2.md)).
- JavaScript runs apart from everything, for at most 100 ms ([decision 7](decisions/0007-javascript-in-an-isolate.md)).

Copied as text, a variable says what is done to it, and pasted into a field it is a variable again:
\`{{{$.event.out.data.name | g_replace("a", "b") | g_uppercase}}}\`. Arguments are JSON, those by name stand last as
\`hours: 2\`, \`onError: keep\` follows its modifier, and \`{{{ | g_now}}}\` comes of no variable.

An installation's own modifiers are put in place by an administrator: \`PUT /modifiers\` with
\`{ "modifiers": { "g_shout": { "label": "Shout", "helperFn": "value => value.toUpperCase() + '!'" } } }\`. Their function
is called with the value, the arguments by position, and at last \`{ hash }\` with those by name. Built-in modifiers cannot
be replaced.

${groups.join('\n')}`;
  const formatted = await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(formatted).toMatchFileSnapshot(file);
});
