import { signal } from '@preact/signals';

const DELAY_MILLIS = 200;
const RETRY_MILLIS = 2_000;

/**
 * Saves what changed, soon and in order: at most 200 ms after the change, one write at a time, and again until it worked.
 * `state` is what the page says about it.
 */
export class Keeper {
  readonly state = signal<'saved' | 'saving' | 'failed'>('saved');
  readonly #save: () => Promise<void>;
  #changed = false;
  #stopped = false;
  #writing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  touch(): void {
    this.#changed = true;
    if (this.state.value === 'saved') this.state.value = 'saving';
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MILLIS);
  }

  /** Resolves when all that was changed so far is on the disk, or the disk refused. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  /** Writes no more: the interview is finished, or another tab writes it. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopped = true;
  }

  start(): void {
    this.#stopped = false;
    if (this.#changed) this.touch();
  }

  async #write(): Promise<void> {
    while (this.#changed && !this.#stopped) {
      this.#changed = false;
      try {
        await this.#save();
      } catch {
        this.#changed = true;
        this.state.value = 'failed';
        this.#timer ??= setTimeout(() => void this.flush(), RETRY_MILLIS);
        return;
      }
    }
    this.state.value = 'saved';
  }
}
