import { beforeEach, expect, test } from 'vitest';
import { loadForm, type Interview, type Json } from '../../runtime';
import { FAMILY, zhaxis } from '../../runtime/testing/family';
import { Board } from './board';
import { questionsIn, rowAround, rowPlaceOf } from '../../runtime/places';

const form = loadForm(FAMILY);
let interview: Interview;
let board: Board;

beforeEach(() => {
  interview = form.start({ answers: zhaxis() });
  board = new Board(form, interview, {}, {});
  interview.subscribe((changed) => board.changed(changed));
});

function enter(pointer: string, value: Json | undefined): void {
  interview.set(pointer, value);
  board.refresh();
}

test('a row counts what is asked in the rows within it', () => {
  const before = board.tallyOf('/members/0').value;
  enter('/members/0/jobs/1/months', undefined);
  expect(board.tallyOf('/members/0/jobs/1').value).toMatchObject({ open: 1 });
  expect(board.tallyOf('/members/0').value).toEqual({ ...before, done: before.done - 1, open: before.open + 1 });
  expect(board.tallyOf('/members/1').value.open).toBe(0);
  expect(board.tallyOf('M').value.open).toBe(1);
});

test('rows that are no longer asked for count no more', () => {
  const before = board.tallyOf('/members/0').value.asked;
  enter('/members/0/age', 9);
  expect(board.tallyOf('/members/0').value.asked).toBeLessThan(before);
});

test('a check on an inner row stands there, in every row around it and in the section', () => {
  enter('/members/1/jobs/0/months', 13);
  expect(board.notesAt('/members/1/jobs/0/months').value.map((note) => note.kind)).toEqual(['misfit', 'check']);
  for (const group of ['M', '/members/1', '/members/1/jobs/0']) expect(board.tallyOf(group).value.failing).toBe(2);
  expect(board.tallyOf('/members/0').value.failing).toBe(0);
});

test('when an inner row goes, what was noted about later ones moves up, and others stay', () => {
  board.setReason('J01@/members/0/jobs/1', 'why');
  board.setReason('J01@/members/1/jobs/0', 'other');
  board.forgetRow('/members/0/jobs', 0);
  interview.removeRow('/members/0/jobs', 0);
  board.refresh();
  expect(board.written().reasons).toEqual({ 'J01@/members/0/jobs/0': 'why', 'J01@/members/1/jobs/0': 'other' });
});

test('open questions are listed row by row, inner rows after what is asked before them', () => {
  for (const pointer of ['/members/1/name', '/members/0/jobs/1/what', '/members/0/jobs/0/pays/0/yuan']) interview.set(pointer, undefined);
  board.refresh();
  expect(board.openPointers('M')).toEqual(['/members/0/jobs/0/pays/0/yuan', '/members/0/jobs/1/what', '/members/1/name']);
  expect(board.whereIs('/members/0/jobs/1/what')).toEqual({ section: 'M', at: '/members/0/jobs/1' });
});

test('a place among several codes is no row', () => {
  expect(rowAround(form, '/helpers/0')).toBeUndefined();
  expect(rowAround(form, '/members/0/jobs/1')).toBe('/members/0/jobs/1');
  expect(questionsIn(form, rowPlaceOf('/members/0/jobs/1')!)).toContain('/members/0/jobs/1/months');
});
