import type { Names, SubmissionState } from '../supervisor/server';

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
  readonly campaigns: readonly string[];
  readonly ndjson: string;
  readonly zip: string;
}

export interface DatasetList {
  readonly datasets: readonly Dataset[];
  readonly forms: readonly FormDataset[];
  /** What exports can be written in, and in which languages. */
  readonly formats: readonly string[];
  readonly languages: readonly string[];
}

/** A file of one campaign. */
export function fileOf(address: string, campaign: string): string {
  return `${address}?campaign=${encodeURIComponent(campaign)}`;
}

/** What one may ask of an export, and what it says of it afterwards. */
export interface Wish {
  readonly form: string;
  readonly version?: string;
  readonly campaign: string;
  readonly area: string;
  readonly format: string;
  readonly language: string;
  readonly byteOrderMark: boolean;
  readonly states: readonly SubmissionState[];
  readonly duplicates: string;
  readonly revision: 'latest-in-state' | 'latest';
  /** Rules by which answers nobody gave are filled in. */
  readonly impute?: unknown;
  /** SHA-256 of columns that were sent before. */
  readonly columns?: string;
}

/** A file being made in the background, or one that was. */
export interface Export {
  readonly id: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
  readonly asked: Wish;
  readonly queuedAt: string;
  readonly endedAt?: string;
  readonly expiresAt?: string;
  readonly progress?: { readonly read: number; readonly of: number; readonly rows: number };
  readonly submissions?: number;
  readonly rows?: number;
  readonly size?: number;
  readonly sha256?: string;
  readonly unchanged?: boolean;
  /** How many submissions are not in it because of where they stand. */
  readonly leftOut?: Readonly<Partial<Record<SubmissionState, number>>>;
  readonly name?: string;
  readonly file?: string;
  readonly failure?: { readonly code: 'disk-full' | 'not-allowed' | 'plan-unfit' | 'no-such-columns' | 'no-such-form' | 'broken' };
}

export function isOpen({ state }: Export): boolean {
  return state === 'queued' || state === 'running';
}

/** A request for data in which people are named, and what became of it; the file it allows has the same id. */
export interface Permit {
  readonly id: string;
  readonly account: string;
  readonly state: 'asked' | 'approved' | 'refused' | 'revoked';
  readonly asked: Wish;
  readonly areas: readonly { readonly campaign: string; readonly area: string }[];
  readonly purpose: string;
  readonly days: number;
  readonly askedAt: string;
  readonly note: string;
  readonly decidedBy?: string;
  readonly until?: string;
}

export interface PermitList {
  readonly own: readonly Permit[];
  /** For oneself to decide. */
  readonly waiting: readonly Permit[];
  /** What others may have as yet, and one may take back. */
  readonly standing: readonly Permit[];
}

/** Allowed once, and its days are over. */
export function isOver({ state, until }: Permit): boolean {
  return state === 'approved' && until !== undefined && Date.parse(until) <= Date.now();
}
