import type { Book, ParcelRow, PhotoRow } from './book';
import { digestOf } from './canonical';
import { sha256, uuid7 } from '../app/uuid';
import type { Vault } from './vault';

export interface FormId {
  readonly name: string;
  readonly version: string;
}

export type Answers = Record<string, unknown>;
export type Missing = Record<string, 'dont-know' | 'refused'>;

/** Where the enumerator was: a section, and in a roster the row, by its pointer. */
export interface Where {
  readonly section: string;
  readonly at?: string;
}

/** A begun interview: all that was entered, and where. */
export interface Draft {
  readonly submission: string;
  readonly number: number;
  readonly unit: string;
  readonly campaign: string;
  readonly form: FormId;
  readonly answers: Answers;
  readonly missing: Missing;
  /** Why a soft check may stand: by `check@pointer`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Typed but not readable as an answer ("12-"): by pointer, so that it comes back as it was typed. */
  readonly unreadable: Readonly<Record<string, string>>;
  readonly where?: Where;
  readonly began: string;
  readonly resumed: number;
  readonly languages: readonly string[];
}

/** What is sent: exactly this, byte for byte. */
export interface Body {
  readonly form: FormId;
  readonly campaign: string;
  readonly unit: string;
  readonly answers: Answers;
  readonly missing: Missing;
  readonly attachments: readonly string[];
  readonly paradata: Readonly<Record<string, unknown>>;
}

/** Begun interviews and their photos, sealed on the disk. */
export class Drafts {
  readonly #book: Book;
  readonly #vault: Vault;

  constructor(book: Book, vault: Vault) {
    this.#book = book;
    this.#vault = vault;
  }

  async find(unit: string): Promise<Draft | undefined> {
    const row = await this.#book.drafts.get(unit);
    return row && this.#vault.open<Draft>(`draft ${unit}`, row.sealed);
  }

  async save(draft: Draft): Promise<void> {
    const sealed = await this.#vault.seal(`draft ${draft.unit}`, draft);
    await this.#book.drafts.put({ unit: draft.unit, savedAt: Date.now(), sealed });
  }

  /** Throws the draft and its photos away. */
  async discard(unit: string): Promise<void> {
    await this.#book.transaction('rw', this.#book.drafts, this.#book.photos, async () => {
      await this.#book.drafts.delete(unit);
      await this.#photosOf(unit).and((photo) => photo.due === 0).delete();
    });
  }

  /** From draft to outbox in one step: there is never both, and never neither. */
  async finish(draft: Draft, body: Body): Promise<void> {
    const { submission, number, unit } = draft;
    const id = `${submission}/${number}`;
    const sealed = await this.#vault.seal(`parcel ${id}`, JSON.stringify(body));
    const digest = await digestOf({ ...body, paradata: undefined, attachments: [...body.attachments].sort() });
    const parcel: ParcelRow = { id, submission, number, unit, digest, finishedAt: Date.now(), attachments: body.attachments, sealed };
    await this.#book.transaction('rw', this.#book.drafts, this.#book.parcels, this.#book.photos, async () => {
      await this.#book.parcels.add(parcel);
      await this.#book.drafts.delete(unit);
      await this.#photosOf(unit).and((photo) => photo.due === 0 && !body.attachments.includes(photo.sha256)).delete();
    });
  }

  /** From outbox back to draft, after a refusal: the next finish makes a new body under `next`. */
  async reopen(parcel: ParcelRow, next: { readonly submission: string; readonly number: number }): Promise<void> {
    const body = JSON.parse(await this.#vault.open<string>(`parcel ${parcel.id}`, parcel.sealed)) as Body;
    const paradata = body.paradata as Partial<Pick<Draft, 'reasons' | 'began' | 'resumed' | 'languages'>>;
    const draft: Draft = {
      ...next,
      unit: body.unit,
      campaign: body.campaign,
      form: body.form,
      answers: body.answers,
      missing: body.missing,
      reasons: paradata.reasons ?? {},
      unreadable: {},
      began: paradata.began ?? new Date().toISOString(),
      resumed: (paradata.resumed ?? 0) + 1,
      languages: paradata.languages ?? [],
    };
    const sealed = await this.#vault.seal(`draft ${draft.unit}`, draft);
    await this.#book.transaction('rw', this.#book.drafts, this.#book.parcels, async () => {
      await this.#book.drafts.add({ unit: draft.unit, savedAt: Date.now(), sealed });
      await this.#book.parcels.delete(parcel.id);
    });
  }

  /** Keeps a photo or signature and gives its name, the hash of its bytes. */
  async keepPhoto(unit: string, photo: Blob): Promise<string> {
    const bytes = await photo.arrayBuffer();
    const hash = await sha256(bytes);
    const sealed = await this.#vault.sealBytes(`photo ${hash}`, bytes);
    const row: PhotoRow = { unit, sha256: hash, type: photo.type, due: 0, sealed };
    await this.#book.photos.put(row);
    return hash;
  }

  async photo(unit: string, hash: string): Promise<Blob | undefined> {
    const row = await this.#book.photos.get([unit, hash]);
    return row && new Blob([await this.#vault.openBytes(`photo ${hash}`, row.sealed)], { type: row.type });
  }

  #photosOf(unit: string) {
    return this.#book.photos.where('[unit+sha256]').between([unit, ''], [unit, '\uffff']);
  }
}

export function newSubmission(): { readonly submission: string; readonly number: number } {
  return { submission: uuid7(), number: 1 };
}
