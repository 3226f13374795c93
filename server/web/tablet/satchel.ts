import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery, type Subscription } from 'dexie';
import { send } from '../app/api';
import { Assignments, type Returned, type Unit, type UnitOnList } from './assignments';
import { Book, type ParcelRow, type ReceiptRow } from './book';
import { Courier } from './courier';
import { Drafts } from './drafts';
import { Outbox } from './outbox';
import { isAnswered } from './returned';
import type { Vault } from './vault';

/** Where a unit stands, as this tablet knows it. */
export type Standing = 'not-started' | 'draft' | 'waiting' | 'refused' | 'returned' | 'sent' | 'sent-elsewhere';

/** What is on the disk about units, without opening any of it. */
interface Overview {
  readonly drafts: ReadonlySet<string>;
  readonly parcels: ReadonlyMap<string, ParcelRow>;
  readonly receipts: ReadonlyMap<string, ReceiptRow>;
  readonly photosDue: number;
}

const NOTHING: Overview = { drafts: new Set(), parcels: new Map(), receipts: new Map(), photosDue: 0 };

/** All that an enumerator carries while the tablet is unlocked. */
export class Satchel {
  readonly account: string;
  readonly name: string;
  readonly vault: Vault;
  readonly book: Book;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly assignments: Assignments;
  readonly courier: Courier;
  readonly units = signal<readonly UnitOnList[] | undefined>(undefined);
  readonly overview = signal<Overview>(NOTHING);
  readonly waiting: ReadonlySignal<number>;
  readonly refused: ReadonlySignal<number>;
  readonly #watching: Subscription;

  constructor(account: string, name: string, vault: Vault) {
    this.account = account;
    this.name = name;
    this.vault = vault;
    this.book = new Book(account);
    this.drafts = new Drafts(this.book, vault);
    this.outbox = new Outbox(account, this.book, vault, send);
    this.assignments = new Assignments(this.book, vault, send);
    this.courier = new Courier(this.outbox, this.assignments, () => this.loadUnits());
    this.waiting = computed(() => parcelsOf(this.overview.value).filter((parcel) => !parcel.refusal).length);
    this.refused = computed(() => parcelsOf(this.overview.value).filter((parcel) => parcel.refusal).length);
    this.#watching = liveQuery(() => readOverview(this.book)).subscribe((seen) => (this.overview.value = seen));
  }

  /** Shows what is on the disk, then goes for news. */
  async open(): Promise<void> {
    await this.loadUnits();
    this.courier.start();
    void navigator.storage?.persist?.();
  }

  close(): void {
    this.courier.stop();
    this.#watching.unsubscribe();
    this.book.close();
  }

  async loadUnits(): Promise<void> {
    this.units.value = await this.assignments.units();
  }

  /** Why the unit has to be answered again, as long as it has not been. */
  returned(unit: Unit): Returned | undefined {
    const { returned } = unit;
    return returned && !isAnswered(returned, this.overview.value.receipts.get(unit.unit)) ? returned : undefined;
  }

  standing(unit: Unit): Standing {
    const { drafts, parcels, receipts } = this.overview.value;
    const parcel = parcels.get(unit.unit);
    if (parcel) return parcel.refusal ? 'refused' : 'waiting';
    if (drafts.has(unit.unit)) return 'draft';
    const receipt = receipts.get(unit.unit);
    if (this.returned(unit)) return 'returned';
    if (receipt) return 'sent';
    return unit.state === 'listed' ? 'not-started' : 'sent-elsewhere';
  }
}

function parcelsOf(overview: Overview): ParcelRow[] {
  return [...overview.parcels.values()];
}

async function readOverview(book: Book): Promise<Overview> {
  const [drafts, parcels, receipts, photosDue] = await Promise.all([
    book.drafts.toCollection().primaryKeys(),
    book.parcels.toArray(),
    book.receipts.toArray(),
    book.photos.where({ due: 1 }).count(),
  ]);
  return {
    drafts: new Set(drafts),
    parcels: new Map(parcels.map((parcel) => [parcel.unit, parcel])),
    receipts: new Map(receipts.map((receipt) => [receipt.unit, receipt])),
    photosDue,
  };
}
