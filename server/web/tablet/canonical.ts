import { sha256 } from '../app/uuid';

/**
 * JSON that two machines write alike: keys sorted, numbers plain and by value, control characters as \u00xx, no blanks.
 * The server computes a receipt's digest from the same text (`Canonical` in `forms`).
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'number') return plain(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, each]) => `${quoted(key)}:${canonical(each)}`).join(',')}}`;
}

export function digestOf(value: unknown): Promise<string> {
  return sha256(new TextEncoder().encode(canonical(value)));
}

/** The shortest digits that mean this double, without an exponent: 1e21 -> 1000000000000000000000. */
function plain(value: number): string {
  const [, sign, whole, part = '', power] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  if (power === undefined) return String(value);
  const digits = whole! + part;
  const point = whole!.length + Number(power);
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : sign + digits.padEnd(point, '0');
}

function quoted(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f]/g, (char) =>
    char < ' ' ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : `\\${char}`,
  );
  return `"${escaped}"`;
}
