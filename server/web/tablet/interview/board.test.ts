import { beforeEach, expect, test } from 'vitest';
import { loadForm, type Interview, type Json } from '../../runtime';
import { family, HOUSEHOLD } from '../../runtime/testing/household';
import type { Unit } from '../assignments';
import { beginDraft } from './begin';
import { Board } from './board';

const form = loadForm(HOUSEHOLD);
let interview: Interview;
let board: Board;

beforeEach(() => open(family()));

function open(answers: Json, reasons: Record<string, string> = {}): void {
  interview = form.start({ answers });
  board = new Board(form, interview, reasons, {});
  interview.subscribe((changed) => board.changed(changed));
}

function enter(pointer: string, value: Json | undefined): void {
  interview.set(pointer, value);
  board.refresh();
}

const keysAt = (pointer: string) => board.notesAt(pointer).value.map((note) => (note.kind === 'check' ? note.key : note.keyword));

test('a section counts what is asked, done and open, and leaves out what is skipped, calculated or numbered by the device', () => {
  expect(board.tallyOf('A').value).toEqual({ asked: 3, done: 3, open: 0, failing: 0 });
  enter('/poor', '0');
  expect(board.tallyOf('A').value).toEqual({ asked: 2, done: 2, open: 0, failing: 0 });
  enter('/visited', undefined);
  expect(board.tallyOf('A').value).toEqual({ asked: 2, done: 1, open: 1, failing: 0 });
});

test('a roster counts its rows together and one by one', () => {
  enter('/members/2/name', undefined);
  expect(board.tallyOf('/members/2').value).toMatchObject({ asked: 3, done: 2, open: 1 });
  expect(board.tallyOf('/members/0').value).toMatchObject({ asked: 3, done: 3, open: 0 });
  expect(board.tallyOf('M').value).toMatchObject({ asked: 10, done: 9, open: 1 });
});

test('a hard check of a row stands at its questions and in both sections, and goes when it is settled', () => {
  enter('/members/2/birth', '2021-06-01');
  expect(keysAt('/members/2/birth')).toEqual(['H01@/members/2']);
  expect(keysAt('/visited')).toEqual(['H01@/members/2']);
  expect([board.tallyOf('A').value.failing, board.tallyOf('M').value.failing, board.tallyOf('/members/2').value.failing]).toEqual([1, 1, 1]);
  enter('/members/2/birth', '2012-02-29');
  expect(keysAt('/members/2/birth')).toEqual([]);
  expect(board.tallyOf('M').value.failing).toBe(0);
});

test('a check on all rows stands at the roster', () => {
  enter('/members/1/name', '扎西');
  expect(keysAt('/members')).toEqual(['H02@']);
});

test('what does not fit stands at its question, unless the question is skipped', () => {
  enter('/since', 1999);
  expect(keysAt('/since')).toEqual(['minimum']);
  enter('/poor', '0');
  expect(keysAt('/since')).toEqual([]);
  expect(board.all.value).toEqual([]);
});

test('a soft check stands in the way until it has a reason, and only reasons that still apply are sent', () => {
  open({});
  const [note] = board.all.value;
  expect(note).toMatchObject({ kind: 'check', key: 'S01@' });
  expect(board.stands(note!)).toBe(true);
  board.setReason('S01@', '  户主不在家 ');
  expect(board.stands(note!)).toBe(false);
  expect(board.standingReasons()).toEqual({ 'S01@': '户主不在家' });
  interview.set('/poor', '0');
  interview.set('/visited', '2020-12-31');
  interview.addRow('/members');
  interview.set('/members/0/name', '扎西');
  expect(board.standingReasons()).toEqual({});
});

test('what was typed and is no answer stands in the way', () => {
  board.setUnreadable('/since', '20x4');
  board.refresh();
  expect(keysAt('/since')).toEqual(['unreadable']);
  expect(board.tallyOf('A').value.failing).toBe(1);
});

test('when a member goes, what was noted about later members moves up with them', () => {
  open(family(), { 'S09@/members/0': 'a', 'S09@/members/1': 'b', 'S09@/members/2': 'c', 'S01@': 'd' });
  board.setUnreadable('/members/2/birth', '2012-');
  board.forgetRow('/members', 1);
  interview.removeRow('/members', 1);
  expect(board.written()).toEqual({
    reasons: { 'S09@/members/0': 'a', 'S09@/members/1': 'c', 'S01@': 'd' },
    unreadable: { '/members/1/birth': '2012-' },
  });
});

test('open questions are listed as they stand on the screen', () => {
  open({ members: [{ line: 1 }, { line: 2 }] });
  expect(board.openPointers()).toEqual(['/poor', '/visited', '/members/0/name', '/members/0/birth', '/members/1/name', '/members/1/birth']);
  expect(board.openPointers('/members/1')).toEqual(['/members/1/name', '/members/1/birth']);
  expect(board.whereIs('/members/1/birth')).toEqual({ section: 'M', at: '/members/1' });
});

test('a new interview starts from what the register knows and from the clock', () => {
  const asked = { type: 'string' };
  const schema = {
    properties: {
      head: { ...asked, 'x-question': { prefill: 'head_name' } },
      enum1_id: { ...asked, 'x-question': { prefill: 'enum1_id' } },
      start: { ...asked, 'x-question': { widget: 'start-time' } },
      phone: { ...asked, 'x-question': { prefill: 'phone' } },
      village: { ...asked, 'x-question': { prefill: 'village_code', readonly: true } },
    },
  };
  const questions = Object.keys(schema.properties).map((name) => ({ path: `/${name}`, type: 'text' as const }));
  const small = loadForm({ ...HOUSEHOLD, schema, program: { context: {}, questions, checks: [] } });
  const unit = { unit: '540302100201-0007', campaign: 'census', area: '540302100201', prefill: { head_name: '扎西', phone: null }, form: HOUSEHOLD.form } as unknown as Unit;
  const draft = beginDraft(small, unit, 'team-1');
  expect(draft).toMatchObject({ unit: '540302100201-0007', campaign: 'census', number: 1, answers: { head: '扎西', enum1_id: 'team-1', village: '540302100201' } });
  expect(draft.answers).not.toHaveProperty('phone');
  expect(draft.answers['start']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
});
