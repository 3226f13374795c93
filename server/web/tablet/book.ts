import Dexie, { type Table } from 'dexie';
import type { Sealed } from './vault';

/** A unit on the team's list; what it is about is sealed. */
export interface UnitRow {
  readonly unit: string;
  readonly gone: boolean;
  /** The list is being fetched anew and this one has not been on it yet. */
  readonly stale?: boolean;
  readonly sealed: Sealed;
}

export interface FormRow {
  readonly id: string;
  readonly bundle: unknown;
}

/** A begun interview, sealed. */
export interface DraftRow {
  readonly unit: string;
  readonly savedAt: number;
  readonly sealed: Sealed;
}

/** A finished interview that the server does not have for sure; its body is made once and never again. */
export interface ParcelRow {
  /** submission/number */
  readonly id: string;
  readonly submission: string;
  readonly number: number;
  readonly unit: string;
  readonly digest: string;
  readonly finishedAt: number;
  readonly attachments: readonly string[];
  readonly refusal?: Refusal;
  readonly sealed: Sealed;
}

export interface Refusal {
  readonly kind: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly next?: number;
}

/** A photo or a signature, sealed under its own hash; sent once its interview is. */
export interface PhotoRow {
  readonly unit: string;
  readonly sha256: string;
  readonly type: string;
  /** Its interview has arrived: this is next. */
  readonly due: 0 | 1;
  readonly refusal?: Refusal;
  readonly sealed: Sealed;
}

/** What is kept of an interview that the server has: that it has it. */
export interface ReceiptRow {
  readonly unit: string;
  readonly submission: string;
  readonly number: number;
  readonly digest: string;
  readonly receivedAt: string;
}

export interface NoteRow {
  readonly name: string;
  readonly value: unknown;
}

/** All that an account keeps on this tablet. Every write is on the disk before it counts. */
export class Book extends Dexie {
  declare readonly units: Table<UnitRow, string>;
  declare readonly forms: Table<FormRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly parcels: Table<ParcelRow, string>;
  declare readonly photos: Table<PhotoRow, [string, string]>;
  declare readonly receipts: Table<ReceiptRow, string>;
  declare readonly notes: Table<NoteRow, string>;

  constructor(account: string) {
    super(`ruhu ${account}`, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      units: 'unit',
      forms: 'id',
      drafts: 'unit',
      parcels: 'id, finishedAt, unit',
      photos: '[unit+sha256], due',
      receipts: 'unit',
      notes: 'name',
    });
  }
}
