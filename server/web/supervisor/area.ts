import type { Grant, Session } from '../app/session';

/** Lengths of the codes of province, prefecture, county, township, village. */
const LEVELS = [2, 4, 6, 9, 12] as const;

export const VILLAGE = 12;

/** Areas between the top and this one, from the top; this one included. */
export function waysTo(area: string, top: string): readonly string[] {
  const between = LEVELS.filter((length) => length > top.length && length < area.length).map((length) => area.slice(0, length));
  return area === top ? [top] : [top, ...between, area];
}

/** The code of the area that an area lies in; undefined above provinces. */
export function parentOf(area: string): string | undefined {
  const length = [...LEVELS].reverse().find((each) => each < area.length);
  return length === undefined ? undefined : area.slice(0, length);
}

/** Where a supervisor's reach begins: the areas of the grants, those inside others left out. */
export function topsOf(who: Session): readonly string[] {
  const areas = who.roles.filter(supervises).map((grant) => grant.area);
  const outer = areas.filter((area) => !areas.some((other) => other !== area && area.startsWith(other)));
  return [...new Set(outer)].sort();
}

/** The one of the tops that an area lies in. */
export function topOf(area: string, tops: readonly string[]): string {
  return tops.find((top) => area.startsWith(top)) ?? area;
}

function supervises(grant: Grant): boolean {
  return grant.role === 'INSTRUCTOR' || grant.role === 'COUNTY';
}
