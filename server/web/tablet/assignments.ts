import type { Reply } from '../app/api';
import type { Book, UnitRow } from './book';
import type { FormId } from './drafts';
import type { Round, Send } from './outbox';
import type { Vault } from './vault';

/** Why the office wants another revision of what was sent. */
export interface Returned {
  readonly submission: string;
  /** Of the revision that was returned. */
  readonly number: number;
  readonly at: string;
  readonly reason: string;
  /** JSON pointers into the answers. */
  readonly fields: readonly string[];
}

/** A household, village or site on the team's list, as the server gave it. */
export interface Unit {
  readonly unit: string;
  readonly campaign: string;
  readonly area: string;
  readonly areaName: string;
  readonly form: FormId;
  readonly address: string;
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
  readonly state: 'listed' | 'received' | 'waiting' | 'returned';
  readonly returned?: Returned;
}

export interface UnitOnList extends Unit {
  /** Taken from the team's list since; shown only while something of it is on this tablet. */
  readonly gone: boolean;
}

interface Page {
  readonly units: readonly Unit[];
  readonly gone: readonly string[];
  readonly next: number;
  readonly more: boolean;
  /** What the list rests on besides the units: versions of forms, tables. */
  readonly basis?: string;
}

const PAGE = 2000;
const SINCE = 'assignments since';
const BASIS = 'assignments basis';

/** The team's list and its forms, brought in by what changed and kept for work off line. */
export class Assignments {
  readonly #book: Book;
  readonly #vault: Vault;
  readonly #send: Send;

  constructor(book: Book, vault: Vault, send: Send) {
    this.#book = book;
    this.#vault = vault;
    this.#send = send;
  }

  async units(): Promise<UnitOnList[]> {
    const rows = await this.#book.units.toArray();
    return Promise.all(rows.map(async (row) => ({ ...(await this.#vault.open<Unit>(`unit ${row.unit}`, row.sealed)), gone: row.gone })));
  }

  async bundle(form: FormId): Promise<unknown> {
    return (await this.#book.forms.get(idOf(form)))?.bundle;
  }

  /** Brings what changed since the last time; a page and its position are one write, so a broken line only pauses it. */
  async update(): Promise<Round> {
    for (let more = true; more; ) {
      const since = (await this.#book.notes.get(SINCE))?.value;
      const query = since === undefined ? '' : `&since=${String(since)}`;
      const reply = await this.#send<Page>('GET', `/api/assignments?limit=${PAGE}${query}`);
      if (reply.kind !== 'ok') return endOf(reply);
      if (since !== undefined && (await this.#basis()) !== reply.body.basis) {
        await this.#beginAnew(reply.body.basis);
        continue;
      }
      await this.#keep(reply.body);
      more = reply.body.more;
    }
    return this.#updateForms();
  }

  async #basis(): Promise<unknown> {
    return (await this.#book.notes.get(BASIS))?.value;
  }

  /** Units that did not change may have another form or other values now; what is begun is not touched by it. */
  async #beginAnew(basis: string | undefined): Promise<void> {
    await this.#book.transaction('rw', this.#book.units, this.#book.notes, async () => {
      await this.#book.units.toCollection().modify({ stale: true });
      await this.#book.notes.delete(SINCE);
      await this.#book.notes.put({ name: BASIS, value: basis });
    });
  }

  async #keep(page: Page): Promise<void> {
    const rows: UnitRow[] = await Promise.all(
      page.units.map(async (unit) => ({ unit: unit.unit, gone: false, sealed: await this.#vault.seal(`unit ${unit.unit}`, unit) })),
    );
    await this.#book.transaction('rw', this.#book.units, this.#book.notes, async () => {
      await this.#book.units.bulkPut(rows);
      await this.#book.units.where('unit').anyOf([...page.gone]).modify({ gone: true });
      if (!page.more) await this.#book.units.filter((row) => row.stale === true).modify({ gone: true, stale: false });
      await this.#book.notes.put({ name: SINCE, value: page.next });
      await this.#book.notes.put({ name: BASIS, value: page.basis });
    });
  }

  /** A published form version never changes: what is here stays. */
  async #updateForms(): Promise<Round> {
    const wanted = new Map((await this.units()).map((unit) => [idOf(unit.form), unit.form]));
    for (const [id, form] of wanted) {
      if ((await this.#book.forms.where({ id }).count()) > 0) continue;
      const reply = await this.#send('GET', `/api/forms/${encodeURIComponent(form.name)}/${encodeURIComponent(form.version)}`);
      if (reply.kind !== 'ok') return endOf(reply);
      await this.#book.forms.put({ id, bundle: reply.body });
    }
    return { kind: 'done' };
  }
}

export function idOf(form: FormId): string {
  return `${form.name}/${form.version}`;
}

function endOf(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): Round {
  return reply.kind === 'refused' && reply.problem.status === 401 ? { kind: 'sign-in' } : { kind: 'later' };
}
