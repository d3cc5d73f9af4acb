import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { type Argument, nameOr, textOr } from './arguments.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import type { Match, Pattern } from './pattern.ts';
import { assertItems, assertLength, textOf } from './values.ts';

const pattern = modifiersOn({ category: 'pattern', accepts: ['text', 'number'], read: textOf });

const source: Argument<string> = {
  label: 'Pattern',
  type: 'regex',
  required: true,
  placeholder: '[A-Z]+-(\\d+)',
  read: (given) => (typeof given === 'string' ? given : String(given)),
};
const shared = { pattern: source, flags: textOr('Flags', '', { placeholder: 'i, m, s', isHash: true }) };
const group = nameOr('Group', undefined, { type: 'string', isHash: true });

/** Regular expressions, by an engine that no pattern can hang (`linear-pattern.ts`). */
export const patternModifiers: Modifier[] = [
  pattern('g_regex', {
    label: 'Find by Pattern',
    description:
      'The first match of a regular expression: its first group, or the group named; nothing if there is no match.',
    arguments: { ...shared, group },
    returns: 'string',
    example: ['Invoice INV-0042', '0042', { pattern: 'INV-(\\d+)' }],
    apply(value, args, environment) {
      const compiled = environment.pattern(args.pattern, args.flags);
      const number = groupNumber(compiled, args.group);
      const first = compiled.matches(value).next();
      return first.done ? undefined : first.value.groups[number];
    },
  }),
  pattern('g_regexAll', {
    label: 'Find All by Pattern',
    description:
      'The list of all matches of a regular expression: of each its first group, or the group named.',
    arguments: { ...shared, group },
    returns: 'array',
    example: ['A1, B2 and C3', ['A1', 'B2', 'C3'], { pattern: '[A-Z]\\d' }],
    apply(value, args, environment) {
      const compiled = environment.pattern(args.pattern, args.flags);
      const number = groupNumber(compiled, args.group);
      return all(compiled, value).map(({ groups }) => groups[number]);
    },
  }),
  pattern('g_regexTest', {
    label: 'Matches Pattern',
    description: 'True if a regular expression matches somewhere in a text.',
    arguments: shared,
    returns: 'boolean',
    example: ['ada@example.com', true, { pattern: '^\\S+@\\S+$' }],
    apply: (value, args, environment) =>
      environment.pattern(args.pattern, args.flags).matches(value).next().done !== true,
  }),
  pattern('g_regexReplace', {
    label: 'Replace by Pattern',
    description:
      'A text with all matches of a regular expression replaced; $1 or $<name> stands for a group, $& for the match.',
    arguments: { pattern: source, replacement: textOr('Replace by', ''), flags: shared.flags },
    returns: 'string',
    example: ['31.01.2026', '2026-01-31', { pattern: '(\\d+)\\.(\\d+)\\.(\\d+)', replacement: '$3-$2-$1' }],
    apply(value, args, environment) {
      const compiled = environment.pattern(args.pattern, args.flags);
      return replaced(value, compiled, args.replacement);
    },
  }),
  pattern('g_regexSplit', {
    label: 'Split by Pattern',
    description: 'The list of the parts of a text between matches of a regular expression.',
    arguments: shared,
    returns: 'array',
    example: ['red, green;blue', ['red', 'green', 'blue'], { pattern: '[,;]\\s*' }],
    apply(value, args, environment) {
      const parts: string[] = [];
      let from = 0;
      for (const { start, end } of all(environment.pattern(args.pattern, args.flags), value)) {
        if (end === start && (start === 0 || start === value.length)) continue;
        parts.push(value.slice(from, start));
        from = end;
      }
      return [...parts, value.slice(from)];
    },
  }),
];

function all(compiled: Pattern, text: string): Match[] {
  const found: Match[] = [];
  for (const match of compiled.matches(text)) {
    found.push(match);
    assertItems(found.length);
  }
  return found;
}

/** Without a name: the first group, where the pattern has one, else the match. */
function groupNumber(compiled: Pattern, name: string | undefined): number {
  if (name === undefined) return compiled.groupCount > 0 ? 1 : 0;
  const number = /^\d+$/.test(name) ? Number(name) : compiled.groupNamed(name);
  if (number === undefined || number > compiled.groupCount) {
    throw new MessageError(message('reason.noGroup', { group: name }));
  }
  return number;
}

function replaced(text: string, compiled: Pattern, replacement: string): string {
  const parts: string[] = [];
  let from = 0;
  let length = 0;
  const push = (part: string) => {
    length += part.length;
    assertLength(length);
    parts.push(part);
  };
  for (const match of compiled.matches(text)) {
    push(text.slice(from, match.start));
    push(filled(replacement, match, compiled));
    from = match.end;
  }
  push(text.slice(from));
  return parts.join('');
}

function filled(replacement: string, { groups }: Match, compiled: Pattern): string {
  return replacement.replaceAll(
    /\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/g,
    (
      whole,
      dollar: string | undefined,
      match: string | undefined,
      digits: string | undefined,
      name?: string,
    ) => {
      if (dollar) return '$';
      if (match) return groups[0] ?? '';
      const number = digits === undefined ? compiled.groupNamed(name ?? '') : Number(digits);
      return number === undefined || number > compiled.groupCount ? whole : (groups[number] ?? '');
    },
  );
}
