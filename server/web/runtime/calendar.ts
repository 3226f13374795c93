/** A day, counted from 1970-01-01 in the proleptic Gregorian calendar; years 1 to 9999. */
export class Day {
  constructor(readonly number: number) {}

  static of(year: number, month: number, day: number): Day | null {
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
    return new Day(numberOf(year, month, day));
  }

  /** Null outside the years 1 to 9999. */
  static ofNumber(number: number): Day | null {
    return number >= FIRST_DAY && number <= LAST_DAY ? new Day(number) : null;
  }

  /** `YYYY-MM-DD`, strictly. */
  static ofText(text: string): Day | null {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return parts ? Day.of(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
  }

  /** `YYYYMMDD`, strictly. */
  static ofDigits(text: string): Day | null {
    const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
    return parts ? Day.of(Number(parts[1]), Number(parts[2]), Number(parts[3])) : null;
  }

  get civil(): { readonly year: number; readonly month: number; readonly day: number } {
    const shifted = this.number + 719468;
    const era = Math.floor(shifted / 146097);
    const ofEra = shifted - era * 146097;
    const yearOfEra = Math.floor(
      (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
    );
    const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const fromMarch = Math.floor((5 * ofYear + 2) / 153);
    const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    return {
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month,
      day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    };
  }

  toString(): string {
    const { year, month, day } = this.civil;
    return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  }
}

const FIRST_DAY = numberOf(1, 1, 1);
const LAST_DAY = numberOf(9999, 12, 31);

/** A moment with the text it was given as. */
export class Moment {
  constructor(
    readonly millis: number,
    readonly text: string,
  ) {}

  static ofText(text: string): Moment | null {
    const parts =
      /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(text);
    const day = parts && Day.ofText(parts[1]!);
    if (!parts || !day) return null;
    const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4])];
    const [offsetHours, offsetMinutes] = [Number(parts[7] ?? 0), Number(parts[8] ?? 0)];
    const offset = offsetHours * 60 + offsetMinutes;
    if (hour > 23 || minute > 59 || second > 59 || offsetMinutes > 59 || offset > 18 * 60) return null;
    const local = ((day.number * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + Number((parts[5] ?? '').padEnd(3, '0'));
    return new Moment(local - (parts[6] === '-' ? -offset : offset) * 60_000, text);
  }
}

/** Full years at a day; born on 29 February, one has the birthday on 1 March in common years. */
export function age(birth: Day, at: Day): number | null {
  if (at.number < birth.number) return null;
  const [born, then] = [birth.civil, at.civil];
  const hadBirthday = then.month > born.month || (then.month === born.month && then.day >= born.day);
  return then.year - born.year - (hadBirthday ? 0 : 1);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

function digits(x: number, width: number): string {
  return String(x).padStart(width, '0');
}
