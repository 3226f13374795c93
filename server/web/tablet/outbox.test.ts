import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Content, Problem, Reply } from '../app/api';
import { Book } from './book';
import { digestOf } from './canonical';
import { Drafts, newSubmission, type Body, type Draft } from './drafts';
import { Outbox } from './outbox';
import { newVault, type Vault } from './vault';

/** A server that keeps revisions as the real one does, behind a line that can fail in every way a line fails. */
class Server {
  readonly revisions = new Map<string, { bytes: string; digest: string }>();
  readonly attachments = new Map<string, Blob>();
  readonly asked: string[] = [];
  account: string | undefined = 't1';
  line: 'up' | 'down' = 'up';
  refuse: Partial<Problem> | undefined;
  oddDigest = false;

  readonly send = async <T>(method: string, path: string, content?: Content): Promise<Reply<T>> => {
    if (this.line === 'down') return { kind: 'offline' };
    this.asked.push(`${method} ${path}`);
    return (await this.answer(path, content)) as Reply<T>;
  };

  private async answer(path: string, content?: Content): Promise<Reply<unknown>> {
    if (this.account === undefined) return refused({ status: 401, type: '/problems/signed-out' });
    if (path === '/api/session') return { kind: 'ok', status: 200, body: { account: this.account } };
    if (this.refuse) return refused(this.refuse);
    if (path.startsWith('/api/attachments/')) {
      this.attachments.set(path.slice('/api/attachments/'.length), content!.bytes as Blob);
      return { kind: 'ok', status: 201, body: {} };
    }
    return this.revision(path, String(content!.bytes));
  }

  private async revision(path: string, bytes: string): Promise<Reply<unknown>> {
    const { paradata: _, ...body } = JSON.parse(bytes) as Body;
    const digest = await digestOf({ ...body, attachments: [...body.attachments].sort() });
    const held = this.revisions.get(path);
    if (held && held.digest !== digest) return refused({ status: 409, type: '/problems/revision-taken', next: 2 });
    this.revisions.set(path, held ?? { bytes, digest });
    const receipt = { digest: this.oddDigest ? 'f00' : digest, receivedAt: '2026-11-21T06:00:00.000Z' };
    return { kind: 'ok', status: held ? 200 : 201, body: receipt };
  }
}

function refused(problem: Partial<Problem>): Reply<unknown> {
  return { kind: 'refused', problem: { type: 'about:blank', title: '', status: 400, detail: '', ...problem } };
}

let number = 0;
let server: Server;
let book: Book;
let vault: Vault;
let drafts: Drafts;
let outbox: Outbox;

beforeEach(async () => {
  server = new Server();
  book = new Book(`outbox test ${(number += 1)}`);
  vault = await newVault();
  drafts = new Drafts(book, vault);
  outbox = new Outbox('t1', book, vault, server.send);
});

const UNIT = '540302100201-0007';

async function finished(unit = UNIT, photos: readonly Blob[] = []): Promise<Draft> {
  const draft: Draft = {
    ...newSubmission(),
    unit,
    campaign: 'census',
    form: { name: 'household-census', version: '1.0' },
    answers: { head_name: '扎西', inc_crop: 1200.5 },
    missing: { '/phone': 'refused' },
    reasons: {},
    unreadable: {},
    began: '2026-11-21T10:00:00+08:00',
    resumed: 0,
    languages: ['zh'],
  };
  await drafts.save(draft);
  const attachments = await Promise.all(photos.map((photo) => drafts.keepPhoto(unit, photo)));
  const { form, campaign, answers, missing } = draft;
  await drafts.finish(draft, { form, campaign, unit, answers, missing, attachments, paradata: { reasons: { 'H02@': '说明' } } });
  return draft;
}

test('an interview leaves the tablet once the server holds exactly these answers', async () => {
  const { submission } = await finished();
  expect(await outbox.flush()).toEqual({ kind: 'done' });
  expect(await book.parcels.count()).toBe(0);
  expect((await book.receipts.get(UNIT))!.submission).toBe(submission);
  const [path, { bytes }] = [...server.revisions][0]!;
  expect(path).toBe(`/api/submissions/${submission}/revisions/1`);
  expect(JSON.parse(bytes).answers).toEqual({ head_name: '扎西', inc_crop: 1200.5 });
});

test('without a line nothing is sent and nothing is lost', async () => {
  await finished();
  server.line = 'down';
  expect(await outbox.flush()).toEqual({ kind: 'later' });
  expect(server.asked).toEqual([]);
  expect(await book.parcels.count()).toBe(1);
});

test('a lost acknowledgement costs one more try of the same bytes, and one revision', async () => {
  await finished();
  const lossy = new Outbox('t1', book, vault, async (method, path, content) => {
    const reply = await server.send(method, path, content);
    return method === 'PUT' ? { kind: 'offline' } : (reply as never);
  });
  expect(await lossy.flush()).toEqual({ kind: 'later' });
  const first = [...server.revisions.values()][0]!.bytes;
  expect(await book.parcels.count()).toBe(1);
  expect(await outbox.flush()).toEqual({ kind: 'done' });
  expect(server.revisions.size).toBe(1);
  expect([...server.revisions.values()][0]!.bytes).toBe(first);
  expect(await book.parcels.count()).toBe(0);
});

test('two rounds at once send each interview once', async () => {
  await finished('540302100201-0001');
  await finished('540302100201-0002');
  const other = new Outbox('t1', book, vault, server.send);
  await Promise.all([outbox.flush(), other.flush(), outbox.flush()]);
  expect(server.asked.filter((line) => line.startsWith('PUT'))).toHaveLength(2);
  expect(await book.parcels.count()).toBe(0);
});

test('when the session is over everything is kept and the password is asked for', async () => {
  await finished();
  server.account = undefined;
  expect(await outbox.flush()).toEqual({ kind: 'sign-in' });
  expect(await book.parcels.count()).toBe(1);
});

test('an interview is not sent in the name of another account', async () => {
  await finished();
  server.account = 't2';
  expect(await outbox.flush()).toEqual({ kind: 'sign-in' });
  expect(server.revisions.size).toBe(0);
});

test('a refused interview stays with its reasons and does not hold up the next', async () => {
  await finished('540302100201-0001');
  server.refuse = { status: 422, type: '/problems/unreadable-answers', errors: [{ pointer: '#/answers/sex', detail: 'x' }] };
  expect(await outbox.flush()).toEqual({ kind: 'done' });
  server.refuse = undefined;
  await finished('540302100201-0002');
  expect(await outbox.flush()).toEqual({ kind: 'done' });
  const [kept] = await book.parcels.toArray();
  expect(kept).toMatchObject({ unit: '540302100201-0001', refusal: { kind: 'unreadable-answers', status: 422 } });
  expect(server.revisions.size).toBe(1);
});

test('opened again after a refusal, it is a draft with everything in it, and the outbox has let go of it', async () => {
  await finished();
  server.refuse = { status: 409, type: '/problems/revision-taken', next: 2 };
  await outbox.flush();
  const [parcel] = await book.parcels.toArray();
  await drafts.reopen(parcel!, { submission: parcel!.submission, number: 2 });
  expect(await book.parcels.count()).toBe(0);
  expect(await drafts.find(UNIT)).toMatchObject({ number: 2, answers: { head_name: '扎西' }, missing: { '/phone': 'refused' }, reasons: { 'H02@': '说明' } });
});

test('a bad moment of the server is not a refusal', async () => {
  await finished();
  for (const status of [500, 503, 429]) {
    server.refuse = { status, retrySeconds: 40 };
    expect((await outbox.flush()).kind).toBe('later');
    expect((await book.parcels.toArray())[0]!.refusal).toBeUndefined();
  }
});

test('a receipt for other answers keeps the interview here', async () => {
  await finished();
  server.oddDigest = true;
  await outbox.flush();
  expect((await book.parcels.toArray())[0]!.refusal!.kind).toBe('other-digest');
  expect(await book.receipts.count()).toBe(0);
});

test('photos follow their interview, are deleted when they arrived, and wait while it is refused', async () => {
  const house = new Blob(['a house'], { type: 'image/jpeg' });
  await finished(UNIT, [house]);
  server.refuse = { status: 422, type: '/problems/unknown-unit' };
  await outbox.flush();
  expect(server.attachments.size).toBe(0);
  server.refuse = undefined;
  await outbox.release((await book.parcels.toArray())[0]!);
  await outbox.flush();
  expect(await [...server.attachments.values()][0]!.text()).toBe('a house');
  expect(await book.photos.count()).toBe(0);
});

test('a photo that was taken back before the end is not kept', async () => {
  await drafts.keepPhoto(UNIT, new Blob(['a blurred house']));
  await finished(UNIT, [new Blob(['a house'])]);
  expect(await book.photos.count()).toBe(1);
});
