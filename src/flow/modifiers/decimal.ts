import { MessageError } from '../messages/message-error.ts';
import { message } from '../messages/message.ts';

/** A number as people write it: `digits` × 10^-`scale`. */
type Decimal = { digits: bigint; scale: number };

/**
 * Arithmetic on numbers as they are written: 0.1 + 0.2 is 0.3, and 1.005 rounds to 1.01. Sums and products are exact and
 * become a number at the end. Very small and very large numbers are left to the machine, whose figures they are anyway.
 */
export function add(a: number, b: number): number {
  return exactly(a, b, a + b, (x, y) => {
    const scale = Math.max(x.scale, y.scale);
    return { digits: scaled(x, scale) + scaled(y, scale), scale };
  });
}

export function subtract(a: number, b: number): number {
  return add(a, -b);
}

export function multiply(a: number, b: number): number {
  return exactly(a, b, a * b, (x, y) => ({ digits: x.digits * y.digits, scale: x.scale + y.scale }));
}

/** @throws MessageError for a divisor of 0 */
export function divide(a: number, b: number): number {
  if (b === 0) throw new MessageError(message('reason.divisionByZero'));
  // As whole numbers with the same scale the machine divides without an error of the fractions.
  return exactly(a, b, a / b, (x, y) => {
    const scale = Math.max(x.scale, y.scale);
    const [top, bottom] = [scaled(x, scale), scaled(y, scale)];
    return top % bottom === 0n ? { digits: top / bottom, scale: 0 } : undefined;
  });
}

/** The remainder, with the sign of the divisor: clocks and calendars count so. */
export function modulo(a: number, b: number): number {
  if (b === 0) throw new MessageError(message('reason.divisionByZero'));
  return exactly(a, b, a - b * Math.floor(a / b), (x, y) => {
    const scale = Math.max(x.scale, y.scale);
    const [top, bottom] = [scaled(x, scale), scaled(y, scale)];
    return { digits: ((top % bottom) + bottom) % bottom, scale };
  });
}

export type Rounding = 'half' | 'up' | 'down' | 'zero';

/** Rounds to a number of places, negative ones being tens, hundreds …; `half` goes away from zero. */
export function round(value: number, places: number, how: Rounding): number {
  const decimal = decimalOf(value);
  if (!decimal || decimal.scale <= places) return value;
  const unit = 10n ** BigInt(decimal.scale - places);
  const rest = decimal.digits % unit;
  const cut = decimal.digits - rest;
  const away = decimal.digits < 0n ? -unit : unit;
  const goesAway = {
    half: 2n * abs(rest) >= unit,
    up: rest > 0n,
    down: rest < 0n,
    zero: false,
  }[how];
  return numberOfDecimal({ digits: goesAway ? cut + away : cut, scale: decimal.scale });
}

function exactly(
  a: number,
  b: number,
  machine: number,
  compute: (a: Decimal, b: Decimal) => Decimal | undefined,
): number {
  const [x, y] = [decimalOf(a), decimalOf(b)];
  const result = x && y && compute(x, y);
  const value = result ? numberOfDecimal(result) : machine;
  if (!Number.isFinite(value)) throw new MessageError(message('reason.notFinite'));
  return value;
}

function decimalOf(value: number): Decimal | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const scale = fraction.length - Number(exponent);
  if (whole === '' || Math.abs(scale) > 30) return undefined;
  const digits = BigInt(sign + whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function scaled({ digits, scale }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

function numberOfDecimal({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
