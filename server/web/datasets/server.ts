import type { FormId, Names } from '../supervisor/server';

/** A dataset as the server lists it: all submissions to one form version, or those of one campaign. */
export interface Dataset {
  readonly form: FormId;
  readonly title?: Names;
  readonly digest?: string;
  readonly campaign?: string;
  readonly submissions?: number;
  readonly latest?: string | null;
  readonly asOf?: string;
}

export interface DatasetList {
  readonly datasets: readonly Dataset[];
}

export function downloadPath({ form, campaign }: Dataset, ending: 'zip' | 'ndjson'): string {
  const query = campaign === undefined ? '' : `?campaign=${encodeURIComponent(campaign)}`;
  return `/api/datasets/${encodeURIComponent(form.name)}/${encodeURIComponent(form.version)}.${ending}${query}`;
}
