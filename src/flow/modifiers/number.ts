import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { numberOr, requiredNumber } from './arguments.ts';
import { add, divide, modulo, multiply, round, subtract } from './decimal.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { numberOf } from './values.ts';

const number = modifiersOn({ category: 'number', accepts: ['number'], read: numberOf });

const decimals = numberOr('Places', 0, { whole: true, least: -15, most: 15 });

/** Arithmetic and rounding, on numbers and on texts that spell one. */
export const numberModifiers: Modifier[] = [
  number('g_add', {
    label: 'Add',
    description: 'A number plus another one.',
    arguments: { number: requiredNumber('Number') },
    returns: 'number',
    example: [0.1, 0.3, { number: 0.2 }],
    apply: (value, args) => add(value, args.number),
  }),
  number('g_sub', {
    label: 'Subtract',
    description: 'A number minus another one.',
    arguments: { number: requiredNumber('Number') },
    returns: 'number',
    example: [0.3, 0.2, { number: 0.1 }],
    apply: (value, args) => subtract(value, args.number),
  }),
  number('g_mul', {
    label: 'Multiply',
    description: 'A number times another one.',
    arguments: { number: requiredNumber('Number') },
    returns: 'number',
    example: [19.99, 1999, { number: 100 }],
    apply: (value, args) => multiply(value, args.number),
  }),
  number('g_div', {
    label: 'Divide',
    description: 'A number divided by another one.',
    arguments: { number: requiredNumber('Number') },
    returns: 'number',
    example: [1999, 19.99, { number: 100 }],
    apply: (value, args) => divide(value, args.number),
  }),
  number('g_mod', {
    label: 'Remainder',
    description: 'What is left of a number divided by another one.',
    arguments: { number: requiredNumber('Number') },
    returns: 'number',
    example: [17, 2, { number: 5 }],
    apply: (value, args) => modulo(value, args.number),
  }),
  number('g_pow', {
    label: 'Power',
    description: 'A number multiplied by itself several times.',
    arguments: { exponent: requiredNumber('Exponent') },
    returns: 'number',
    example: [2, 1024, { exponent: 10 }],
    apply: (value, { exponent }) => finite(value ** exponent),
  }),
  number('g_sqrt', {
    label: 'Square Root',
    description: 'The square root of a number.',
    returns: 'number',
    example: [144, 12],
    apply(value) {
      if (value < 0) throw new MessageError(message('reason.noRoot'));
      return Math.sqrt(value);
    },
  }),
  number('g_abs', {
    label: 'Absolute Value',
    description: 'A number without its sign.',
    returns: 'number',
    example: [-7.5, 7.5],
    apply: (value) => Math.abs(value),
  }),
  number('g_negate', {
    label: 'Negate',
    description: 'A number with the opposite sign.',
    returns: 'number',
    example: [7, -7],
    // There is no negative zero for people.
    apply: (value) => (value === 0 ? 0 : -value),
  }),
  number('g_round', {
    label: 'Round',
    description: 'A number rounded to a number of decimal places, halves away from zero.',
    arguments: { places: decimals },
    returns: 'number',
    example: [1.005, 1.01, { places: 2 }],
    apply: (value, args) => round(value, args.places, 'half'),
  }),
  number('g_floor', {
    label: 'Round Down',
    description: 'The greatest number with so many decimal places that is not above a number.',
    arguments: { places: decimals },
    returns: 'number',
    example: [12.7, 12],
    apply: (value, args) => round(value, args.places, 'down'),
  }),
  number('g_ceil', {
    label: 'Round Up',
    description: 'The least number with so many decimal places that is not below a number.',
    arguments: { places: decimals },
    returns: 'number',
    example: [12.1, 13],
    apply: (value, args) => round(value, args.places, 'up'),
  }),
  number('g_trunc', {
    label: 'Cut Off Decimals',
    description: 'A number without what stands behind so many decimal places.',
    arguments: { places: decimals },
    returns: 'number',
    example: [-12.78, -12.7, { places: 1 }],
    apply: (value, args) => round(value, args.places, 'zero'),
  }),
  number('g_clamp', {
    label: 'Limit',
    description: 'A number brought between a least and a greatest one.',
    arguments: { least: numberOr('At least', undefined), most: numberOr('At most', undefined) },
    returns: 'number',
    example: [120, 100, { least: 0, most: 100 }],
    apply: (value, { least = -Infinity, most = Infinity }) => Math.max(least, Math.min(most, value)),
  }),
  number('g_sign', {
    label: 'Sign',
    description: '1 for a number above zero, -1 for one below, else 0.',
    returns: 'number',
    example: [-3, -1],
    apply: (value) => Math.sign(value) + 0,
  }),
];

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new MessageError(message('reason.notFinite'));
  return value;
}
