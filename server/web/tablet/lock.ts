/** Something only one tab may hold. `lost` resolves when another tab has taken it. */
export interface Hold {
  release(): void;
  readonly lost: Promise<void>;
}

/** The hold, or nothing while another tab has it; `take` takes it away from that tab. */
export function hold(name: string, take = false): Promise<Hold | undefined> {
  return new Promise((resolve) => {
    let release = () => {};
    const released = new Promise<void>((done) => (release = done));
    let lose = () => {};
    const lost = new Promise<void>((done) => (lose = done));
    const how: LockOptions = take ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(name, how, (lock) => {
        resolve(lock ? { release, lost } : undefined);
        return lock ? released : undefined;
      })
      .catch(() => lose());
  });
}
