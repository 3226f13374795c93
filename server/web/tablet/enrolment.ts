import Dexie, { type Table } from 'dexie';
import { newVault, unlock, type Vault, type Wrapped } from './vault';

/** An account that may work on this tablet. Readable before anybody unlocked: nothing of a household is in it. */
export interface Enrolment {
  readonly account: string;
  readonly name: string;
  readonly byPin: Wrapped;
  readonly byPassword: Wrapped;
  readonly wrongPins: number;
  readonly lastWrongAt: number;
}

export type Attempt =
  | { readonly kind: 'open'; readonly vault: Vault }
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'wait'; readonly millis: number };

export const FREE_TRIES = 5;
const FIRST_WAIT_MILLIS = 30_000;
const LONGEST_WAIT_MILLIS = 3_600_000;

/** How long the lock stays shut after so many wrong PINs in a row: from the fifth on, doubling up to an hour. */
export function waitAfter(wrongPins: number): number {
  if (wrongPins < FREE_TRIES) return 0;
  return Math.min(FIRST_WAIT_MILLIS * 2 ** (wrongPins - FREE_TRIES), LONGEST_WAIT_MILLIS);
}

/** The accounts of this tablet and how they open their vaults, by PIN or, when it is forgotten, by password. */
export class Enrolments {
  readonly #accounts: Table<Enrolment, string>;
  readonly #now: () => number;

  constructor(now: () => number = Date.now, name = 'ruhu') {
    const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
    database.version(1).stores({ accounts: 'account' });
    this.#accounts = database.table('accounts');
    this.#now = now;
  }

  all(): Promise<Enrolment[]> {
    return this.#accounts.toArray();
  }

  async enrol(account: string, name: string, pin: string, password: string): Promise<Vault> {
    const vault = await newVault();
    const [byPin, byPassword] = await Promise.all([vault.wrapUnder(pin), vault.wrapUnder(password)]);
    await this.#accounts.add({ account, name, byPin, byPassword, wrongPins: 0, lastWrongAt: 0 });
    return vault;
  }

  /** The wrong try is counted before it is made: closing the page in between wins nothing. */
  async tryPin(account: string, pin: string): Promise<Attempt> {
    const enrolment = await this.#enrolment(account);
    const millis = await this.#stillWaiting(enrolment);
    if (millis > 0) return { kind: 'wait', millis };
    const wrongPins = enrolment.wrongPins + 1;
    await this.#accounts.update(account, { wrongPins, lastWrongAt: this.#now() });
    const vault = await unlock(enrolment.byPin, pin);
    if (!vault) return wrongPins < FREE_TRIES ? { kind: 'wrong', left: FREE_TRIES - wrongPins } : { kind: 'wait', millis: waitAfter(wrongPins) };
    await this.#accounts.update(account, { wrongPins: 0, lastWrongAt: 0 });
    return { kind: 'open', vault };
  }

  /** Opens with a password that the server has just accepted; nothing if it is not the one the vault knows. */
  async openByPassword(account: string, password: string): Promise<Vault | undefined> {
    return unlock((await this.#enrolment(account)).byPassword, password);
  }

  async changePin(account: string, vault: Vault, pin: string): Promise<void> {
    await this.#accounts.update(account, { byPin: await vault.wrapUnder(pin), wrongPins: 0, lastWrongAt: 0 });
  }

  /** Teaches an open vault the password that the server accepts now, so that it can replace a forgotten PIN. */
  async learnPassword(account: string, vault: Vault, password: string): Promise<void> {
    await this.#accounts.update(account, { byPassword: await vault.wrapUnder(password) });
  }

  async #enrolment(account: string): Promise<Enrolment> {
    const found = await this.#accounts.get(account);
    if (!found) throw new Error('no such account on this tablet');
    return found;
  }

  /** A clock that was turned back starts the wait anew instead of ending it. */
  async #stillWaiting(enrolment: Enrolment): Promise<number> {
    const wait = waitAfter(enrolment.wrongPins);
    const passed = this.#now() - enrolment.lastWrongAt;
    if (wait === 0) return 0;
    if (passed < 0) {
      await this.#accounts.update(enrolment.account, { lastWrongAt: this.#now() });
      return wait;
    }
    return Math.max(0, wait - passed);
  }
}
