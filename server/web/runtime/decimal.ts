/** An exact decimal: so many units of a tenth, a hundredth ... There is no minus zero. */
export class Decimal {
  /** @param scale places behind the point; not the fewest possible */
  private constructor(
    private readonly units: bigint,
    private readonly scale: number,
  ) {}

  /** A number that is whole and safe. */
  static ofWhole(x: number): Decimal {
    return new Decimal(BigInt(x), 0);
  }

  /** Digits as JSON writes them. */
  static parse(written: string): Decimal {
    const [digits, exponent] = written.toLowerCase().split('e') as [string, string?];
    const [whole, places = ''] = digits.split('.') as [string, string?];
    const scale = places.length - Number(exponent ?? 0);
    const units = BigInt(whole + places);
    return scale < 0 ? new Decimal(units * ten(-scale), 0) : new Decimal(units, scale);
  }

  get sign(): -1 | 0 | 1 {
    return this.units === 0n ? 0 : this.units < 0n ? -1 : 1;
  }

  get negated(): Decimal {
    return new Decimal(-this.units, this.scale);
  }

  get size(): Decimal {
    return this.units < 0n ? this.negated : this;
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.unitsAt(scale) + other.unitsAt(scale), scale);
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated);
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.scale + other.scale);
  }

  /** Rounded to 20 places; null for division by zero. */
  over(other: Decimal): Decimal | null {
    if (other.units === 0n) return null;
    return new Decimal(divided(this.units * ten(PLACES + other.scale), other.units * ten(this.scale)), PLACES);
  }

  /** What is left after taking the other a whole number of times, with the sign of the other; null for zero. */
  modulo(other: Decimal): Decimal | null {
    if (other.units === 0n) return null;
    const scale = Math.max(this.scale, other.scale);
    const by = other.unitsAt(scale);
    const rest = this.unitsAt(scale) % by;
    return new Decimal(rest !== 0n && rest < 0n !== by < 0n ? rest + by : rest, scale);
  }

  /** Rounded to 20 places; null for exponents beyond 100, for 1 over zero, and for a result of 1e30 or more. */
  power(exponent: number): Decimal | null {
    const times = Math.abs(exponent);
    if (times > HIGHEST_POWER) return null;
    const power = new Decimal(this.units ** BigInt(times), this.scale * times);
    const result = exponent < 0 ? ONE.over(power) : power.rounded(PLACES);
    return result === null || result.size.compare(HUGE) >= 0 ? null : result;
  }

  /** Halves go away from zero. */
  rounded(places: number): Decimal {
    return this.scale <= places ? this : new Decimal(divided(this.units, ten(this.scale - places)), places);
  }

  get floor(): Decimal {
    const unit = ten(this.scale);
    const cut = this.units / unit;
    return new Decimal(this.units < 0n && cut * unit !== this.units ? cut - 1n : cut, 0);
  }

  /** Negative, zero or positive. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const [a, b] = [this.unitsAt(scale), other.unitsAt(scale)];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** A safe whole number; null for anything else. */
  get whole(): number | null {
    const floor = this.floor;
    const x = Number(floor.units);
    return Number.isSafeInteger(x) && floor.compare(this) === 0 ? x : null;
  }

  /** The nearest double. */
  get double(): number {
    return this.scale === 0 ? Number(this.units) : Number(this.toString());
  }

  /** Plain digits, no more of them than needed. */
  toString(): string {
    const digits = this.size.units.toString().padStart(this.scale + 1, '0');
    const point = digits.length - this.scale;
    const places = digits.slice(point).replace(/0+$/, '');
    return (this.units < 0n ? '-' : '') + digits.slice(0, point) + (places === '' ? '' : `.${places}`);
  }

  private unitsAt(scale: number): bigint {
    return scale === this.scale ? this.units : this.units * ten(scale - this.scale);
  }
}

/** Places that are kept of a quotient. */
const PLACES = 20;
const HIGHEST_POWER = 100;
const TENS: bigint[] = [1n];

function ten(exponent: number): bigint {
  if (exponent > 64) return 10n ** BigInt(exponent);
  for (let i = TENS.length; i <= exponent; i++) TENS.push(TENS[i - 1]! * 10n);
  return TENS[exponent]!;
}

/** A quotient of whole numbers, halves away from zero. */
function divided(a: bigint, b: bigint): bigint {
  const cut = a / b;
  const rest = a - cut * b;
  const [twice, size] = [rest < 0n ? -2n * rest : 2n * rest, b < 0n ? -b : b];
  return twice < size ? cut : a < 0n === b < 0n ? cut + 1n : cut - 1n;
}

export const ZERO = Decimal.ofWhole(0);
const ONE = Decimal.ofWhole(1);
const HUGE = Decimal.parse('1e30');
const TINY = Decimal.parse('1e-20');

/** The decimal a JSON number stands for: its shortest digits; null outside the range that answers may have. */
export function ofJson(x: number): Decimal | null {
  if (Number.isSafeInteger(x)) return Decimal.ofWhole(x);
  if (!Number.isFinite(x)) return null;
  const size = Math.abs(x);
  if (size > 1e-19 && size < 1e29) return Decimal.parse(String(x));
  const decimal = Decimal.parse(String(x));
  return decimal.size.compare(HUGE) >= 0 || decimal.size.compare(TINY) < 0 ? null : decimal;
}

/** What is left of a computed number once it has travelled as JSON. */
export function asJson(x: Decimal): Decimal | null {
  return ofJson(x.double);
}

/** Digits with an optional sign and decimals, no more than 30 of each. */
export function ofText(text: string): Decimal | null {
  return /^[+-]?\d{1,30}(\.\d{1,30})?$/.test(text) ? Decimal.parse(text.replace(/^\+/, '')) : null;
}
