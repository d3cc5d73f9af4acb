import type { Argument } from './arguments.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';

const any = modifiersOn({ category: 'data', accepts: [], read: (value) => value, fromNothing: true });

const code: Argument<string> = {
  label: 'Code',
  type: 'javascript',
  required: true,
  placeholder: 'value.items.map(item => item.price * item.count)',
  read: String,
};

/** An author's own code; where it runs is for the environment to say. */
export const javascriptModifiers: Modifier[] = [
  any('g_javascript', {
    label: 'JavaScript',
    description:
      'What JavaScript makes of the value: an expression or a function of value, or lines with return. It reaches nothing else and has a tenth of a second.',
    arguments: { code },
    returns: 'any',
    example: [[1, 2, 3], 6, { code: 'value.reduce((sum, n) => sum + n, 0)' }],
    apply: (value, args, environment) =>
      environment.javascript({ kind: 'code', text: args.code, values: [value] }) ?? undefined,
  }),
];
