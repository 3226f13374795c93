import { expect, test, vi } from 'vitest';
import { Keeper } from './keeper';

test('a change is on the disk within 200 ms, and many changes are one write', async () => {
  vi.useFakeTimers();
  let writes = 0;
  const keeper = new Keeper(async () => void (writes += 1));
  keeper.touch();
  await vi.advanceTimersByTimeAsync(100);
  keeper.touch();
  expect(keeper.state.value).toBe('saving');
  await vi.advanceTimersByTimeAsync(100);
  expect(writes).toBe(1);
  expect(keeper.state.value).toBe('saved');
  vi.useRealTimers();
});

test('a change during a write is written after it', async () => {
  const written: number[] = [];
  let value = 1;
  const keeper = new Keeper(async () => {
    const now = value;
    if (now === 1) {
      value = 2;
      keeper.touch();
    }
    written.push(now);
  });
  keeper.touch();
  await keeper.flush();
  expect(written).toEqual([1, 2]);
});

test('when the disk refuses it says so and tries again until it worked', async () => {
  vi.useFakeTimers();
  let full = true;
  const keeper = new Keeper(async () => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
  });
  keeper.touch();
  await keeper.flush();
  expect(keeper.state.value).toBe('failed');
  full = false;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(keeper.state.value).toBe('saved');
  vi.useRealTimers();
});
