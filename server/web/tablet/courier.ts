import { signal } from '@preact/signals';
import type { Assignments } from './assignments';
import type { Outbox, Round } from './outbox';

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 300;
const QUIET_SECONDS = 900;

/** Goes to the server and back: at the start, when the line returns, after a finished interview, by the clock, by button. */
export class Courier {
  readonly state = signal<'resting' | 'going' | 'no-line' | 'sign-in'>('resting');
  /** When the list was last brought up to date in this sitting. */
  readonly updatedAt = signal<number | undefined>(undefined);
  readonly #outbox: Outbox;
  readonly #assignments: Assignments;
  readonly #arrived: () => Promise<void>;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again = false;
  #stopped = false;

  constructor(outbox: Outbox, assignments: Assignments, arrived: () => Promise<void>) {
    this.#outbox = outbox;
    this.#assignments = assignments;
    this.#arrived = arrived;
  }

  start(): void {
    addEventListener('online', this.#onLine);
    addEventListener('offline', this.#offLine);
    void this.go();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#onLine);
    removeEventListener('offline', this.#offLine);
  }

  /** One journey; asked for while one is under way, another follows it. */
  async go(): Promise<void> {
    if (this.state.value === 'going') {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.state.value = 'going';
    let round: Round;
    do {
      this.#again = false;
      round = await this.#journey();
    } while (this.#again && round.kind === 'done');
    this.#failures = round.kind === 'later' ? this.#failures + 1 : 0;
    this.state.value = round.kind === 'done' ? 'resting' : round.kind === 'later' ? 'no-line' : 'sign-in';
    if (!this.#stopped && round.kind !== 'sign-in') this.#timer = setTimeout(() => void this.go(), 1000 * this.#pause(round));
  }

  async #journey(): Promise<Round> {
    const sent = await this.#outbox.flush();
    if (sent.kind !== 'done') return sent;
    const updated = await this.#assignments.update();
    await this.#arrived();
    if (updated.kind === 'done') this.updatedAt.value = Date.now();
    return updated;
  }

  /** Doubling from 5 s to 5 min, spread by chance so that a township's tablets do not all come at once. */
  #pause(round: Round): number {
    if (round.kind !== 'later') return QUIET_SECONDS;
    const doubled = Math.min(FIRST_PAUSE_SECONDS * 2 ** (this.#failures - 1), LONGEST_PAUSE_SECONDS);
    return Math.max(round.seconds ?? 0, doubled * (0.5 + Math.random() / 2));
  }

  readonly #onLine = () => {
    this.#failures = 0;
    void this.go();
  };

  readonly #offLine = () => {
    if (this.state.value === 'resting') this.state.value = 'no-line';
  };
}
