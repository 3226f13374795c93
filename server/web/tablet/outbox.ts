import { kindOf, type Content, type Problem, type Reply } from '../app/api';
import type { Book, ParcelRow, PhotoRow, Refusal } from './book';
import type { Vault } from './vault';

export type Send = <T>(method: string, path: string, content?: Content) => Promise<Reply<T>>;

interface Receipt {
  readonly submission: string;
  readonly number: number;
  readonly digest: string;
  readonly receivedAt: string;
}

/** How a round of sending ended. */
export type Round =
  | { readonly kind: 'done' }
  /** No connection, or a server in trouble: the rest waits, `seconds` if the server said how long. */
  | { readonly kind: 'later'; readonly seconds?: number }
  /** The server does not know us (any more): the password is needed. Nothing is lost. */
  | { readonly kind: 'sign-in' };

/** As a round, or: the server stumbled over this one, which must not hold up the others. */
type End = Round | { readonly kind: 'stumbled' };

/** A refusal that the enumerator can do something about; anything else is a bad moment, and is tried again. */
function isFinal(problem: Problem): boolean {
  return problem.status >= 400 && problem.status < 500 && ![401, 408, 425, 429].includes(problem.status);
}

/**
 * Finished interviews on their way to the server. An interview leaves this device only when the server has said that it
 * holds exactly these answers; sent again, the same bytes are the same revision.
 */
export class Outbox {
  readonly #account: string;
  readonly #book: Book;
  readonly #vault: Vault;
  readonly #send: Send;

  constructor(account: string, book: Book, vault: Vault, send: Send) {
    this.#account = account;
    this.#book = book;
    this.#vault = vault;
    this.#send = send;
  }

  /** Sends all that waits: interviews first, oldest first, then their photos. One round at a time in all tabs. */
  flush(): Promise<Round> {
    return alone(`ruhu outbox ${this.#account}`, () => this.#round());
  }

  /** A refused interview or photo is tried once more as it is. */
  async release(parcel: ParcelRow): Promise<void> {
    await this.#book.parcels.update(parcel.id, { refusal: undefined });
  }

  async #round(): Promise<Round> {
    const parcels = (await this.#book.parcels.orderBy('finishedAt').toArray()).filter((parcel) => !parcel.refusal);
    const duePhotos = await this.#book.photos.where({ due: 1 }).count();
    if (parcels.length === 0 && duePhotos === 0) return { kind: 'done' };
    const stop = await this.#whoAmI();
    if (stop) return stop.kind === 'stumbled' ? { kind: 'later' } : stop;
    let stumbled = false;
    for (const parcel of parcels) {
      const end = await this.#deliver(parcel);
      if (end && end.kind !== 'stumbled') return end;
      stumbled ||= end !== undefined;
    }
    for (const photo of await this.#book.photos.where({ due: 1 }).toArray()) {
      const end = photo.refusal ? undefined : await this.#deliverPhoto(photo);
      if (end && end.kind !== 'stumbled') return end;
      stumbled ||= end !== undefined;
    }
    return stumbled ? { kind: 'later' } : { kind: 'done' };
  }

  /** The cookie may be another account's by now, and an interview must not be sent in another's name. */
  async #whoAmI(): Promise<End | undefined> {
    const reply = await this.#send<{ readonly account: string }>('GET', '/api/session');
    if (reply.kind === 'ok') return reply.body.account === this.#account ? undefined : { kind: 'sign-in' };
    return this.#endOf(reply);
  }

  async #deliver(parcel: ParcelRow): Promise<End | undefined> {
    const bytes = await this.#vault.open<string>(`parcel ${parcel.id}`, parcel.sealed);
    const path = `/api/submissions/${parcel.submission}/revisions/${parcel.number}`;
    const reply = await this.#send<Receipt>('PUT', path, { type: 'application/json', bytes });
    if (reply.kind === 'ok') return this.#received(parcel, reply.body);
    if (reply.kind === 'offline' || !isFinal(reply.problem)) return this.#endOf(reply);
    await this.#book.parcels.update(parcel.id, { refusal: refusalOf(reply.problem) });
    return undefined;
  }

  async #received(parcel: ParcelRow, receipt: Receipt): Promise<undefined> {
    const { unit, submission, number, digest } = parcel;
    if (receipt.digest !== digest) {
      const refusal = { kind: 'other-digest', status: 200, detail: '', errors: [] };
      await this.#book.parcels.update(parcel.id, { refusal });
      return undefined;
    }
    await this.#book.transaction('rw', this.#book.parcels, this.#book.photos, this.#book.receipts, async () => {
      await this.#book.receipts.put({ unit, submission, number, digest, receivedAt: receipt.receivedAt });
      await this.#book.parcels.delete(parcel.id);
      for (const sha256 of parcel.attachments) await this.#book.photos.update([unit, sha256], { due: 1 });
    });
    return undefined;
  }

  async #deliverPhoto(photo: PhotoRow): Promise<End | undefined> {
    const bytes = new Blob([await this.#vault.openBytes(`photo ${photo.sha256}`, photo.sealed)], { type: photo.type });
    const reply = await this.#send('PUT', `/api/attachments/${photo.sha256}`, { type: photo.type, bytes });
    if (reply.kind === 'ok') await this.#book.photos.delete([photo.unit, photo.sha256]);
    else if (reply.kind === 'offline' || !isFinal(reply.problem)) return this.#endOf(reply);
    else await this.#book.photos.update([photo.unit, photo.sha256], { refusal: refusalOf(reply.problem) });
    return undefined;
  }

  #endOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): End {
    if (reply.kind === 'offline') return { kind: 'later' };
    if (reply.problem.status === 500) return { kind: 'stumbled' };
    if (reply.problem.status === 401) return { kind: 'sign-in' };
    return { kind: 'later', ...(reply.problem.retrySeconds === undefined ? {} : { seconds: reply.problem.retrySeconds }) };
  }
}

function refusalOf(problem: Problem): Refusal {
  const next = problem.next === undefined ? {} : { next: problem.next };
  return { kind: kindOf(problem), status: problem.status, detail: problem.detail, errors: problem.errors ?? [], ...next };
}

const chains = new Map<string, Promise<unknown>>();

/** One after the other under a name, in all tabs where the browser has Web Locks. */
function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && 'locks' in navigator) return navigator.locks.request(name, work) as Promise<T>;
  const next = (chains.get(name) ?? Promise.resolve()).then(work, work);
  chains.set(name, next);
  return next;
}
