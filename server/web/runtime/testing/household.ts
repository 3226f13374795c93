import type { Ast } from '../ast';
import type { Bundle } from '../bundle';

export const form = (field: string): Ast => ({ field, of: 'form' });
export const row = (field: string): Ast => ({ field, of: 'row' });
export const of = (variable: string, field: string): Ast => ({ field, of: variable });
export const number = (digits: string): Ast => ({ number: digits });
export const text = (value: string): Ast => ({ text: value });
export const call = (name: string, ...args: readonly Ast[]): Ast => ({ call: name, args });
export const each = (name: string, body: Ast): Ast => ({ call: name, over: { roster: 'members' }, var: 'm', body });

/** A household form that is as small as it can be and still has everything a form may have. */
export const HOUSEHOLD: Bundle = {
  form: { name: 'small-household', version: '1.0' },
  digest: 'none',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      poor: { type: 'string', enum: ['0', '1'] },
      since: { type: 'integer', minimum: 2014, maximum: 2026 },
      income: { type: 'number', minimum: 0 },
      per_head: { type: 'number' },
      sources: { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['a', 'b', 'c'] } },
      visited: { type: 'string', format: 'date' },
      members: {
        type: 'array',
        maxItems: 30,
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            line: { type: 'integer', 'x-question': { widget: 'line-number' } },
            name: { type: 'string', minLength: 1 },
            birth: { type: 'string', format: 'date' },
            age: { type: 'integer' },
            school: { type: 'string', enum: ['1', '2', '3'] },
            earned: { type: 'number' },
          },
        },
      },
    },
    'x-sections': [
      { name: 'A', questions: ['/poor', '/since', '/visited'] },
      { name: 'M', roster: '/members' },
      { name: 'B', questions: ['/sources', '/income', '/per_head'] },
    ],
  },
  labels: {
    zh: {
      title: '小户表',
      sections: { A: '基本情况' },
      questions: { '/poor': { label: '是否脱贫户', options: { '0': '否', '1': '是' } }, '/since': { label: '哪一年' } },
      checks: { H01: '出生日期不能晚于调查日期' },
    },
    en: { questions: { '/poor': { label: 'Registered poor?', options: { '1': 'Yes' } } } },
    bo: { questions: { '/poor': { label: 'དབུལ།' } } },
  },
  program: {
    context: { ref_date: { type: 'date', default: '2020-12-31' }, line: { type: 'number' } },
    questions: [
      { path: '/poor', type: 'code' },
      { path: '/visited', type: 'date' },
      { path: '/since', type: 'number', relevant: call('==', form('poor'), text('1')), nonresponse: ['dont-know'] },
      { path: '/sources', type: 'codes', required: false },
      { path: '/members', type: 'roster' },
      { path: '/members/*/line', type: 'number', roster: '/members' },
      { path: '/members/*/name', type: 'text', roster: '/members' },
      { path: '/members/*/birth', type: 'date', roster: '/members', nonresponse: ['dont-know', 'refused'] },
      {
        path: '/members/*/age',
        type: 'number',
        roster: '/members',
        calculate: call('age', row('birth'), { context: 'ref_date' }),
      },
      {
        path: '/members/*/school',
        type: 'code',
        roster: '/members',
        relevant: call('<', row('age'), number('16')),
      },
      {
        path: '/members/*/earned',
        type: 'number',
        roster: '/members',
        relevant: call('>=', row('age'), number('16')),
        required: call('==', form('poor'), text('1')),
      },
      {
        path: '/income',
        type: 'number',
        calculate: each('sum', call('coalesce', of('m', 'earned'), number('0'))),
      },
      {
        path: '/per_head',
        type: 'number',
        calculate: call('/', form('income'), { call: 'count', over: { roster: 'members' } }),
      },
    ],
    checks: [
      {
        code: 'H01',
        severity: 'hard',
        each: '/members',
        rule: call('<=', row('birth'), form('visited')),
        refers: ['/members/*/birth', '/visited'],
      },
      { code: 'H02', severity: 'hard', rule: each('unique', of('m', 'name')), refers: ['/members/*/name'] },
      { code: 'S01', severity: 'soft', rule: call('<=', call('unanswered'), number('2')), refers: [] },
    ],
  },
};

/** Two adults and a child, nothing odd. */
export function family() {
  return {
    poor: '1',
    since: 2014,
    visited: '2020-12-31',
    members: [
      { line: 1, name: '扎西', birth: '1980-05-01', age: 40, earned: 1000.1 },
      { line: 2, name: '卓玛', birth: '1982-02-28', age: 38, earned: 2000.2 },
      { line: 3, name: '多吉', birth: '2012-02-29', age: 8, school: '1' },
    ],
    income: 3000.3,
    per_head: 1000.1,
  };
}
