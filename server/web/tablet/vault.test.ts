import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Enrolments, FREE_TRIES, waitAfter } from './enrolment';
import { ITERATIONS, newVault, unlock } from './vault';

const QUICK = 1000;

async function vaultOf(secret: string) {
  const vault = await newVault();
  return { vault, wrapped: await vault.wrapUnder(secret, QUICK) };
}

test('what was sealed opens again with the same secret', async () => {
  const { wrapped, vault } = await vaultOf('493817');
  const sealed = await vault.seal('draft 1', { head_name: '扎西', members: [1, 2] });
  const again = await unlock(wrapped, '493817');
  expect(await again!.open('draft 1', sealed)).toEqual({ head_name: '扎西', members: [1, 2] });
});

test('a wrong secret opens nothing', async () => {
  const { wrapped } = await vaultOf('493817');
  expect(await unlock(wrapped, '493818')).toBeUndefined();
});

test('what was sealed for one place does not open in another', async () => {
  const { vault } = await vaultOf('493817');
  const sealed = await vault.seal('draft 1', 'x');
  await expect(vault.open('draft 2', sealed)).rejects.toThrow();
});

test('nothing of the answers can be read from what is on the disk', async () => {
  const { vault } = await vaultOf('493817');
  const sealed = await vault.seal('draft 1', { head_name: 'Zhaxi' });
  expect(new TextDecoder('latin1').decode(sealed.bytes)).not.toContain('Zhaxi');
});

test('two secrets open the same vault', async () => {
  const { vault } = await vaultOf('493817');
  const sealed = await vault.seal('draft 1', 'kept');
  const byPassword = await vault.wrapUnder('snow lion', QUICK);
  expect(await (await unlock(byPassword, 'snow lion'))!.open('draft 1', sealed)).toBe('kept');
});

test('guessing is made slow on the device', () => {
  expect(ITERATIONS).toBeGreaterThanOrEqual(310_000);
});

test('four wrong PINs are free, then the wait doubles from half a minute to an hour', () => {
  expect([0, 4, 5, 6, 7, 11, 12, 40].map(waitAfter)).toEqual([0, 0, 30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000]);
});

test('after five wrong PINs even the right one waits, and works when the wait is over', async () => {
  let now = 1_000_000;
  const enrolments = new Enrolments(() => now, 'lock-out');
  await enrolments.enrol('t1', 'Zhaxi', '493817', 'snow lion');
  for (let n = 1; n < FREE_TRIES; n++) expect(await enrolments.tryPin('t1', '000000')).toEqual({ kind: 'wrong', left: FREE_TRIES - n });
  expect(await enrolments.tryPin('t1', '000000')).toEqual({ kind: 'wait', millis: 30_000 });
  expect(await enrolments.tryPin('t1', '493817')).toEqual({ kind: 'wait', millis: 30_000 });
  now += 29_000;
  expect(await enrolments.tryPin('t1', '493817')).toEqual({ kind: 'wait', millis: 1_000 });
  now -= 20_000_000;
  expect(await enrolments.tryPin('t1', '493817')).toEqual({ kind: 'wait', millis: 30_000 });
  now += 30_001;
  expect((await enrolments.tryPin('t1', '493817')).kind).toBe('open');
  expect(await enrolments.tryPin('t1', '000000')).toEqual({ kind: 'wrong', left: FREE_TRIES - 1 });
}, 30_000);

test('a forgotten PIN is replaced by the password, a changed password is learnt by an open vault', async () => {
  const enrolments = new Enrolments(() => 5, 'forgotten');
  const sealed = await (await enrolments.enrol('t1', 'Zhaxi', '493817', 'snow lion')).seal('draft', 'kept');
  expect(await enrolments.openByPassword('t1', 'other')).toBeUndefined();
  const vault = (await enrolments.openByPassword('t1', 'snow lion'))!;
  await enrolments.changePin('t1', vault, '112244');
  await enrolments.learnPassword('t1', vault, 'yak');
  expect(await (await enrolments.openByPassword('t1', 'yak'))!.open('draft', sealed)).toBe('kept');
  const attempt = await enrolments.tryPin('t1', '112244');
  expect(attempt.kind === 'open' && (await attempt.vault.open('draft', sealed))).toBe('kept');
}, 30_000);
