import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';
import { choice, flag, locale, nameOr, numberOr } from './arguments.ts';
import { round } from './decimal.ts';
import { modifiersOn } from './define.ts';
import type { Modifier } from './modifier.ts';
import { numberOf } from './values.ts';

const number = modifiersOn({ category: 'number', accepts: ['number'], read: numberOf });

const places = numberOr('Decimal places', undefined, { whole: true, least: 0, most: 15 });

/** Numbers as people of a country write them. */
export const numberFormatModifiers: Modifier[] = [
  number('g_formatNumber', {
    label: 'Format Number',
    description: 'A number as text, written as in a language.',
    arguments: { places, locale: locale(), plain: flag('Without thousands separators') },
    returns: 'string',
    example: [1234567.891, '1.234.567,89', { places: 2, locale: 'de' }],
    apply: (value, args) =>
      formatted(value, args.locale, args.places, { useGrouping: !args.plain, maximumFractionDigits: 15 }),
  }),
  number('g_formatCurrency', {
    label: 'Format Money',
    description: 'A number as an amount of money, written as in a language.',
    arguments: { currency: nameOr('Currency', 'EUR'), locale: locale(), places },
    returns: 'string',
    example: [1299.5, '$1,299.50', { currency: 'USD', locale: 'en-US' }],
    apply(value, args) {
      const currency = args.currency.toUpperCase();
      if (!/^[A-Z]{3}$/.test(currency))
        throw new MessageError(message('reason.currency', { currency: args.currency }));
      return formatted(value, args.locale, args.places, { style: 'currency', currency });
    },
  }),
  number('g_formatPercent', {
    label: 'Format Percent',
    description: 'A share as a percentage: 0.25 is 25 %.',
    arguments: { places, locale: locale() },
    returns: 'string',
    example: [0.256, '25.6%', { places: 1, locale: 'en' }],
    apply: (value, args) => formatted(value, args.locale, args.places, { style: 'percent' }),
  }),
  number('g_formatBytes', {
    label: 'Format Bytes',
    description: 'A number of bytes as people read it.',
    arguments: { base: choice('Unit', { '1000': 'kB, MB', '1024': 'KiB, MiB' }), locale: locale() },
    returns: 'string',
    example: [1_536_000, '1.5 MB', { base: '1000' }],
    apply: (value, args) => bytes(value, Number(args.base), args.locale),
  }),
  number('g_toFixed', {
    label: 'Fixed Decimals',
    description: 'A number as plain text with exactly so many decimal places.',
    arguments: { places: numberOr('Decimal places', 2, { whole: true, least: 0, most: 15 }) },
    returns: 'string',
    example: [1.005, '1.01', { places: 2 }],
    apply: (value, args) => round(value, args.places, 'half').toFixed(args.places),
  }),
];

function formatted(
  value: number,
  language: string,
  decimals: number | undefined,
  options: Intl.NumberFormatOptions,
): string {
  const digits =
    decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(language, { ...options, ...digits }).format(value);
}

function bytes(value: number, base: number, language: string): string {
  const units =
    base === 1024 ? ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] : ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  let index = 0;
  let size = value;
  while (Math.abs(size) >= base && index < units.length - 1) {
    size /= base;
    index += 1;
  }
  return `${formatted(size, language, undefined, { maximumFractionDigits: 1 })} ${units[index]}`;
}
