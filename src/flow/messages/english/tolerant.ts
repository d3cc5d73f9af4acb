import type { Sentences } from '../sentences.ts';

/** What is done to a text that is nearly JSON, and why it cannot be understood. */
export const tolerant = {
  fence: 'what stands around the code block is left out',
  curl: 'the data is taken out of a curl command',
  around: 'the code around the value is left out',
  comments: 'a comment is left out|{{count}} comments are left out',
  commas: 'a comma at the end is left out|{{count}} commas at the end are left out',
  keys: 'a key is put in double quotes|{{count}} keys are put in double quotes',
  texts: 'a text is put in double quotes|{{count}} texts are put in double quotes',
  dates: 'a date is written as a text|{{count}} dates are written as texts',
  escapes: 'an escape is written as JSON has it|{{count}} escapes are written as JSON has them',
  words: 'a word is written as JSON has it|{{count}} words are written as JSON has them',
  numbers: 'a number is written as JSON has it|{{count}} numbers are written as JSON has them',
  notNumbers: 'NaN or Infinity becomes null|NaN or Infinity becomes null, {{count}} times',
  undefined: 'an undefined value is left out|{{count}} undefined values are left out',
  spaces: 'an invisible character is left out|{{count}} invisible characters are left out',
  surrogates:
    'half of a character is replaced by a question mark|{{count}} halves of characters are replaced by question marks',
  twice: 'The key {{key}} stands more than once in an object: the last one counts',
  tooLarge: 'The number {{number}} is too large to be kept: it becomes null',
  inexact: 'The number {{number}} has too many digits and becomes {{kept}}: send it as a text',
  tooLong:
    'This is too long: {{length}} million characters. An example may have {{most}} million; a part of it will do',
  commentOpen: 'This comment is not closed',
  computed: 'This is code, and nothing is run here: write the value that comes of it',
  name: '{{word}} is a name whose value is not known here: write the value, or put a text in quotes',
  noBody: 'This curl command sends no JSON: that follows -d, --data, --data-raw or --json',
  severalBodies: 'This curl command has its data in several parts: leave one',
  bodyInFile: 'The data of this curl command is in a file, which is not here: paste what is in it',
} as const satisfies Sentences;
