import type { Ast } from '../ast';
import type { Bundle, QuestionProgram } from '../bundle';
import type { Json } from '../json';
import { call, form, number, of, row, text } from './household';

const jobsOf = (whose: string): { readonly roster: string; readonly of: string } => ({ roster: 'jobs', of: whose });

const TEXT = { type: 'string', maxLength: 40 };
const NUMBER = { type: 'number' };
const roster = (maxItems: number, properties: { readonly [name: string]: Json }): Json => ({
  type: 'array',
  maxItems,
  items: { type: 'object', additionalProperties: false, properties },
});

const MEMBERS: readonly QuestionProgram[] = [
  { path: '/members/*/line', type: 'number', roster: '/members', required: false },
  { path: '/members/*/name', type: 'text', roster: '/members' },
  { path: '/members/*/age', type: 'number', roster: '/members', nonresponse: ['dont-know'] },
  { path: '/members/*/jobs_n', type: 'number', roster: '/members', required: false },
  {
    path: '/members/*/jobs',
    type: 'roster',
    roster: '/members',
    relevant: call('>=', row('age'), form('adult')),
    required: false,
    nonresponse: ['refused'],
    rows: row('jobs_n'),
  },
  { path: '/members/*/jobs/*/what', type: 'text', roster: '/members/*/jobs', shows: { name: { field: 'name', of: '/members' } } },
  { path: '/members/*/jobs/*/months', type: 'number', roster: '/members/*/jobs', nonresponse: ['dont-know'] },
  { path: '/members/*/jobs/*/pays', type: 'roster', roster: '/members/*/jobs', required: false },
  { path: '/members/*/jobs/*/pays/*/yuan', type: 'number', roster: '/members/*/jobs/*/pays' },
  {
    path: '/members/*/jobs/*/young',
    type: 'boolean',
    roster: '/members/*/jobs',
    calculate: call('<', { field: 'age', of: '/members' }, number('20')),
  },
  {
    path: '/members/*/worked',
    type: 'number',
    roster: '/members',
    calculate: { call: 'sum', over: jobsOf('row'), var: 'j', body: of('j', 'months') },
  },
];

const earned: Ast = {
  call: 'sum',
  over: { roster: 'members', of: 'form' },
  var: 'm',
  body: {
    call: 'sum',
    over: jobsOf('m'),
    var: 'j',
    body: { call: 'sum', over: { roster: 'pays', of: 'j' }, var: 'p', body: of('p', 'yuan') },
  },
};

/** Counties and their villages, as many as there are in a country. */
export const VILLAGES = Array.from({ length: 15_000 }, (_, i) => String(100_000 + i));
const COUNTIES = VILLAGES.map((village) => village.slice(0, 4));

/** Members who have jobs that are paid several times; a village of a county; who of them answers. */
export const FAMILY: Bundle = {
  form: { name: 'family', version: '1.0' },
  digest: 'none',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      county: TEXT,
      village: { type: 'string', 'x-question': { codelist: 'CL_VILLAGE' } },
      adult: NUMBER,
      members: roster(5, {
        line: { type: 'integer', 'x-question': { widget: 'line-number' } },
        name: TEXT,
        age: NUMBER,
        jobs_n: NUMBER,
        jobs: roster(3, {
          what: TEXT,
          months: { type: 'number', maximum: 12 },
          pays: roster(4, { yuan: NUMBER }),
          young: { type: 'boolean' },
        }),
        worked: NUMBER,
      }),
      answers: { type: 'integer' },
      helpers: { type: 'array', uniqueItems: true, items: TEXT },
      earned: NUMBER,
      first: NUMBER,
    },
    'x-sections': [{ name: 'M', roster: '/members' }],
  },
  labels: {
    zh: { questions: { '/members/*/jobs/*/what': { label: '{{name}}做什么工作？', hint: '{{name}}' } } },
    en: { questions: { '/answers': { label: 'Who answers in {{village}}, {{$day}}?' }, '/village': { label: 'Village' } } },
  },
  codelists: { CL_VILLAGE: { codes: VILLAGES, columns: { county: COUNTIES }, labels: { en: { '100007': 'Gyara' } } } },
  program: {
    context: { day: { type: 'date' } },
    questions: [
      { path: '/county', type: 'text' },
      { path: '/village', type: 'code', filter: call('and', call('==', { column: 'county' }, form('county')), call('!=', { column: 'code' }, text('100001'))) },
      { path: '/adult', type: 'number', required: false },
      { path: '/members', type: 'roster' },
      ...MEMBERS,
      {
        path: '/answers',
        type: 'number',
        choose: { roster: { roster: 'members', of: 'form' }, value: 'line', label: ['name', 'age'], where: call('>=', row('age'), form('adult')) },
        shows: { village: { field: 'village', of: 'form' }, $day: { context: 'day' } },
      },
      { path: '/helpers', type: 'codes', required: false, choose: { roster: { roster: 'members', of: 'form' }, value: 'name', label: ['name'] } },
      { path: '/earned', type: 'number', calculate: earned },
      {
        path: '/first',
        type: 'number',
        calculate: { call: 'at', over: { roster: 'members', of: 'form' }, index: number('1'), var: 'm', body: of('m', 'worked') },
      },
    ],
    checks: [
      {
        code: 'J01',
        severity: 'hard',
        each: '/members/*/jobs',
        rule: call('<=', row('months'), number('12')),
        refers: ['/members/*/jobs/*/months', '/members/*/age', '/adult', '/members/*/jobs/*/pays/*/yuan'],
      },
    ],
  },
};

export function zhaxis(): Json {
  return {
    county: '1000',
    village: '100007',
    adult: 16,
    members: [
      { line: 1, name: '扎西', age: 40, jobs: [{ what: 'herds', months: 5, pays: [{ yuan: 10 }, { yuan: 0.5 }] }, { what: 'builds', months: 3, pays: [] }] },
      { line: 2, name: '卓玛', age: 18, jobs: [{ what: 'sews', months: 2, pays: [{ yuan: 7 }] }] },
      { line: 3, name: '多吉', age: 8 },
    ],
    answers: 2,
  };
}
