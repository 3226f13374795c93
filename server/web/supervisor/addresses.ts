import { go, place } from '../app/router';

/** Address of a view: what is not said stays out of it. */
export function address(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const said = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  const query = new URLSearchParams(said).toString();
  return query === '' ? path : `${path}?${query}`;
}

export function progressAddress(area: string, campaign: string | undefined): string {
  return address('/supervisor', { area, campaign });
}

export function submissionAddress(submission: string): string {
  return `/supervisor/submissions/${encodeURIComponent(submission)}`;
}

export function problemAddress({ submission, line }: { readonly submission: string; readonly line: number }): string {
  return `/supervisor/problems/${encodeURIComponent(submission)}/${line}`;
}

export function parameter(name: string): string | undefined {
  return place.value.searchParams.get(name) ?? undefined;
}

/** Changes one parameter of the view in place: it can be sent, but is no step back. */
export function refine(name: string, value: string | undefined): void {
  const to = new URL(place.value);
  if (value === undefined || value === '') to.searchParams.delete(name);
  else to.searchParams.set(name, value);
  go(to.href, 'replace');
}
