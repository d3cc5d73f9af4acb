import type { Sentences } from '../sentences.ts';

/** Why a variable is not found, and what its steps are called. */
export const variable = {
  originGone: 'The component it came from is no longer in the flow',
  noOutput: '{{component}} has no output “{{port}}”',
  missing: '{{component}} has no {{part}} in its {{origin}}',
  list: 'list {{path}}',
  output: 'output “{{port}}”',
  firstItem: 'first item',
  item: 'item {{index}}',
  emptyKey: '(empty key)',
} as const satisfies Sentences;

/** The fields of the out port `error`. */
export const errorOutput = {
  error: 'Error',
  message: 'Message',
  code: 'Code',
  name: 'Name',
  input: 'Input',
} as const satisfies Sentences;

/** What becomes of an input when its variables are filled in. */
export const mapping = {
  foundNothing: '{{field}}: {{variable}} found nothing',
  notPath: '{{field}}: {{variable}} is not a path',
  unmapped: '{{field}}: nothing is mapped to {{placeholder}}',
  tooDeep: 'Field "{{field}}" is nested deeper than {{levels}} levels',
} as const satisfies Sentences;

/** Why a modifier fails. */
export const modifier = {
  failed: 'Field "{{field}}": modifier {{modifier}} failed: {{reason}}',
  unknown: 'there is no modifier of this name',
  argumentMissing: 'its argument "{{argument}}" is missing',
  /** By its name in documents, too, under which it is worded anew. */
  called: '{{label}}',
  /** On every value that is known. */
  refuses: '“{{modifier}}” cannot work on {{kind}}',
  /** What a library says. */
  other: '{{reason}}',
} as const satisfies Sentences;

/** What a value is. */
export const kind = {
  null: 'null',
  list: 'a list',
  text: 'a text',
  object: 'an object',
  number: 'a number',
  boolean: 'a boolean',
  nothing: 'nothing',
} as const satisfies Sentences;
