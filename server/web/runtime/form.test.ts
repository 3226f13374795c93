import { expect, it } from 'vitest';
import { loadForm } from './form';
import { HOUSEHOLD } from './testing/household';

const household = loadForm(HOUSEHOLD);

it('falls back from Tibetan to Chinese and from English to Chinese', () => {
  expect(household.label('/poor', 'bo')).toBe('དབུལ།');
  expect(household.label('/since', 'bo')).toBe('哪一年');
  expect(household.label('/since', 'en')).toBe('哪一年');
  expect(household.label('/income', 'en')).toBe('/income');
  expect(household.title('en')).toBe('小户表');
  expect(household.checkMessage('H01', 'bo')).toBe('出生日期不能晚于调查日期');
});

it('names every code of a choice in the order of the form', () => {
  expect(household.options('/poor', 'en')).toEqual([
    { code: '0', label: '否' },
    { code: '1', label: 'Yes' },
  ]);
});

it('takes an option of a shared code list where the labels have none', () => {
  const shared = { CL_YES: { codes: ['0', '1'], labels: { zh: { '0': '没有' }, en: { '0': 'None' } } } };
  const poor = { type: 'string', enum: ['0', '1', '9'], 'x-question': { codelist: 'CL_YES' } };
  const schema = { ...HOUSEHOLD.schema, properties: { poor } };
  const form = loadForm({ ...HOUSEHOLD, schema, codelists: shared, labels: {} });
  expect(form.options('/poor', 'en').map(({ label }) => label)).toEqual(['None', '1', '9']);
});

it('gives a roster section the questions of its rows', () => {
  expect(household.sections()[1]).toEqual({
    name: 'M',
    roster: '/members',
    questions: ['line', 'name', 'birth', 'age', 'school', 'earned'].map((field) => `/members/*/${field}`),
  });
});
