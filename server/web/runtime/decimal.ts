import Big from 'big.js';

/** Exact decimals; a quotient is rounded half away from zero to 20 places. */
export const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = Decimal.roundHalfUp;
export type Decimal = Big;

export const ZERO = new Decimal(0);
const HUGE = new Decimal('1e30');
const TINY = new Decimal('1e-20');

/** There is no minus zero. */
export function plain(x: Decimal): Decimal {
  return x.eq(ZERO) ? ZERO : x;
}

/** A number in the range that answers may have. */
function inRange(x: Decimal): Decimal | null {
  if (x.eq(ZERO)) return ZERO;
  const size = x.abs();
  return size.gte(HUGE) || size.lt(TINY) ? null : x;
}

/** The decimal a JSON number stands for: its shortest digits. */
export function ofJson(x: number): Decimal | null {
  return Number.isFinite(x) ? inRange(new Decimal(x)) : null;
}

/** What is left of a computed number once it has travelled as JSON. */
export function asJson(x: Decimal): Decimal | null {
  return ofJson(Number(x.toFixed()));
}

/** Digits with an optional sign and decimals, no more than 30 of each. */
export function ofText(text: string): Decimal | null {
  return /^[+-]?\d{1,30}(\.\d{1,30})?$/.test(text) ? plain(new Decimal(text.replace(/^\+/, ''))) : null;
}

export function quotient(a: Decimal, b: Decimal): Decimal | null {
  return b.eq(ZERO) ? null : plain(a.div(b));
}

/** What is left of a after taking b a whole number of times; it has the sign of b. */
export function modulo(a: Decimal, b: Decimal): Decimal | null {
  if (b.eq(ZERO)) return null;
  const rest = a.mod(b);
  return plain(rest.eq(ZERO) || rest.gt(ZERO) === b.gt(ZERO) ? rest : rest.plus(b));
}

/** A whole power; a negative one is rounded as a quotient is. */
export function power(x: Decimal, exponent: number): Decimal | null {
  let result = new Decimal(1);
  for (let i = Math.abs(exponent); i > 0; i--) result = result.times(x);
  return exponent < 0 ? quotient(new Decimal(1), result) : plain(result);
}

export function rounded(x: Decimal, places: number): Decimal {
  return plain(x.round(places, Decimal.roundHalfUp));
}

export function floor(x: Decimal): Decimal {
  const cut = x.round(0, Decimal.roundDown);
  return plain(cut.gt(x) ? cut.minus(1) : cut);
}
