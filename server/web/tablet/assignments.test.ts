import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../app/api';
import type { Bundle } from '../runtime';
import { loadForm } from '../runtime';
import { Assignments, type Unit } from './assignments';
import { Book } from './book';
import { Drafts } from './drafts';
import { beginDraft } from './interview/begin';
import { untouched } from './interview/version';
import { newVault, type Vault } from './vault';

function unit(id: string, version = '1.0'): Unit {
  const form = { name: 'garden', version };
  return { unit: id, campaign: 'c', area: id.slice(0, 12), areaName: '村', form, address: '', prefill: { owner: '扎西' }, context: {}, state: 'listed' };
}

const BUNDLE = {
  form: { name: 'garden', version: '1.0' },
  digest: 'd',
  schema: {
    properties: {
      owner: { type: 'string', 'x-question': { prefill: 'owner' } },
      begun: { type: 'string', 'x-question': { widget: 'start-time' } },
      trees: { type: 'integer' },
    },
    'x-sections': [{ name: 'A', questions: ['/owner', '/begun', '/trees'] }],
  },
  labels: { zh: {}, en: {} },
  codelists: {},
  program: {
    context: {},
    questions: [
      { path: '/owner', type: 'text', required: true, nonresponse: [], reads: [] },
      { path: '/begun', type: 'datetime', required: true, nonresponse: [], reads: [] },
      { path: '/trees', type: 'number', required: true, nonresponse: ['refused'], reads: [] },
    ],
    checks: [],
  },
} as unknown as Bundle;

/** A server whose list has a place in time, and rests on something that may change under it. */
class Server {
  list: Unit[] = [];
  basis = 'one';
  page = 2;
  next = 10;
  readonly asked: string[] = [];
  failAfter = Infinity;

  readonly send = async <T>(_method: string, path: string): Promise<Reply<T>> => {
    if (this.asked.length >= this.failAfter) return { kind: 'offline' };
    this.asked.push(path);
    if (path.startsWith('/api/forms/')) return { kind: 'ok', status: 200, body: BUNDLE as T };
    const since = Number(/since=(\d+)/.exec(path)?.[1] ?? 0);
    const from = since >= this.next ? this.list.length : since;
    const units = this.list.slice(from, from + this.page);
    const more = from + this.page < this.list.length;
    const body = { units, gone: [], next: more ? from + this.page : this.next, more, basis: this.basis };
    return { kind: 'ok', status: 200, body: body as T };
  };
}

let server: Server;
let book: Book;
let vault: Vault;
let assignments: Assignments;
let number = 0;

beforeEach(async () => {
  server = new Server();
  vault = await newVault();
  book = new Book(`t${(number += 1)}`);
  assignments = new Assignments(book, vault, server.send);
  server.list = [unit('540302102201-0001'), unit('540302102201-0002'), unit('540302102201-0003')];
});

const versions = async () => (await assignments.units()).map((each) => `${each.unit.slice(-1)} ${each.form.version} ${each.gone ? 'gone' : 'here'}`);

test('what did not change is not fetched again', async () => {
  await assignments.update();
  server.asked.length = 0;
  await assignments.update();
  expect(server.asked).toEqual(['/api/assignments?limit=2000&since=10']);
});

test('when the campaign has moved to another version, the whole list is fetched anew and both forms are kept', async () => {
  await assignments.update();
  server.list = server.list.slice(0, 2).map((each) => ({ ...each, form: { name: 'garden', version: '1.1' } }));
  server.basis = 'two';
  await assignments.update();
  expect(await versions()).toEqual(['1 1.1 here', '2 1.1 here', '3 1.0 gone']);
  expect(await book.forms.toCollection().primaryKeys()).toEqual(['garden/1.0', 'garden/1.1']);
});

test('a list that broke off is gone on with, and nothing counts as gone before its end', async () => {
  await assignments.update();
  server.list = server.list.map((each) => ({ ...each, form: { name: 'garden', version: '1.1' } }));
  server.basis = 'two';
  server.asked.length = 0;
  server.failAfter = 2;
  expect((await assignments.update()).kind).toBe('later');
  expect(await versions()).toEqual(['1 1.1 here', '2 1.1 here', '3 1.0 here']);
  server.failAfter = Infinity;
  await assignments.update();
  expect(await versions()).toEqual(['1 1.1 here', '2 1.1 here', '3 1.1 here']);
});

test('a draft keeps the version it was begun with whatever the list says', async () => {
  await assignments.update();
  const drafts = new Drafts(book, vault);
  const begun = beginDraft(loadForm(BUNDLE), server.list[0]!, 't1');
  await drafts.save({ ...begun, answers: { ...begun.answers, trees: 3 } });
  server.list = server.list.map((each) => ({ ...each, form: { name: 'garden', version: '1.1' } }));
  server.basis = 'two';
  await assignments.update();
  const kept = await drafts.find('540302102201-0001');
  expect(kept?.form.version).toBe('1.0');
  expect(kept?.answers.trees).toBe(3);
  expect(await assignments.bundle(kept!.form)).toBeDefined();
});

test('a draft is untouched as long as it holds only what every interview starts with', () => {
  const form = loadForm(BUNDLE);
  const here = unit('540302102201-0001');
  const draft = beginDraft(form, here, 't1');
  const moved = { ...here, form: { name: 'garden', version: '1.1' } };
  expect(untouched({ ...draft, answers: { ...draft.answers, begun: '2026-11-21T08:00:00+08:00' } }, form, moved, 't1')).toBe(true);
  expect(untouched({ ...draft, answers: { ...draft.answers, trees: 0 } }, form, moved, 't1')).toBe(false);
  expect(untouched({ ...draft, answers: { ...draft.answers, owner: '卓玛' } }, form, moved, 't1')).toBe(false);
  expect(untouched({ ...draft, missing: { '/trees': 'refused' } }, form, moved, 't1')).toBe(false);
  expect(untouched({ ...draft, unreadable: { '/trees': '12-' } }, form, moved, 't1')).toBe(false);
});
