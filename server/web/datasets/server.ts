import type { Names } from '../supervisor/server';

/** A form version that campaigns in reach ask, with the addresses of its files. */
export interface Dataset {
  readonly form: string;
  readonly version: string;
  readonly title: Names;
  readonly campaigns: readonly string[];
  readonly ndjson: string;
  readonly zip: string;
}

/** A form over all its versions. */
export interface FormDataset {
  readonly form: string;
  readonly versions: readonly string[];
  readonly title: Names;
  readonly ndjson: string;
  readonly zip: string;
}

export interface DatasetList {
  readonly datasets: readonly Dataset[];
  readonly forms: readonly FormDataset[];
}

/** A file of one campaign. */
export function fileOf(address: string, campaign: string): string {
  return `${address}?campaign=${encodeURIComponent(campaign)}`;
}
