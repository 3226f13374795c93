import { describe, expect, it } from 'vitest';
import { loadForm } from './form';
import type { Interview } from './interview';
import type { Json } from './json';
import { FAMILY, VILLAGES, zhaxis } from './testing/family';
import { call, number } from './testing/household';

const form = loadForm(FAMILY);

function start(answers: Json = zhaxis(), missing: Json = {}): Interview {
  return form.start({ answers, missing, context: { day: '2026-11-22' } });
}

function found(interview: Interview): readonly string[] {
  return interview.failing().map(({ check, pointer }) => `${check} ${pointer}`);
}

function changedBy(interview: Interview, change: () => void): ReadonlySet<string> {
  let pointers: ReadonlySet<string> = new Set();
  const stop = interview.subscribe((changed) => (pointers = changed));
  change();
  stop();
  return pointers;
}

describe('rosters in rows', () => {
  it('are listed from the outside in, with the questions of their rows', () => {
    expect(form.rosters()).toEqual(['/members', '/members/*/jobs', '/members/*/jobs/*/pays']);
    expect(form.rowQuestions('/members/*/jobs').map((path) => path.split('/').at(-1))).toEqual(['what', 'months', 'pays', 'young']);
    expect(form.sections()[0]!.questions).toContain('/members/*/jobs');
    expect(form.sections()[0]!.questions).not.toContain('/members/*/jobs/*/what');
  });

  it('are summed up to the row around them and to the form', () => {
    const interview = start();
    expect([interview.value('/members/0/worked'), interview.value('/members/1/worked'), interview.value('/earned')]).toEqual([8, 2, 17.5]);
    interview.set('/members/0/jobs/1/months', 4);
    interview.set('/members/0/jobs/0/pays/1/yuan', 1);
    expect([interview.value('/members/0/worked'), interview.value('/earned'), interview.value('/first')]).toEqual([9, 18, 9]);
  });

  it('are asked when the row around them says so, and see its answers', () => {
    const interview = start();
    expect(interview.value('/members/1/jobs/0/young')).toBe(true);
    interview.set('/members/1/age', 30);
    expect(interview.value('/members/1/jobs/0/young')).toBe(false);
    interview.set('/members/1/age', 12);
    expect(interview.relevant('/members/1/jobs/0/pays/0/yuan')).toBe(false);
    expect(interview.value('/earned')).toBe(10.5);
    expect((interview.cleaned().answers['members'] as Record<string, Json>[])[1]).not.toHaveProperty('jobs');
    interview.set('/adult', 10);
    expect(interview.value('/earned')).toBe(17.5);
  });

  it('grow and shrink at a pointer; reasons move with their rows', () => {
    const interview = start();
    interview.setMissing('/members/0/jobs/1/months', 'dont-know');
    expect(interview.addRow('/members/0/jobs')).toBe(2);
    interview.removeRow('/members/0/jobs', 0);
    expect(interview.rows('/members/0/jobs')).toBe(2);
    expect(interview.missing).toEqual({ '/members/0/jobs/0/months': 'dont-know' });
    interview.addRow('/members');
    interview.removeRow('/members', 1);
    interview.removeRow('/members', 0);
    expect(interview.missing).toEqual({});
    expect(interview.answers['members']).toMatchObject([{ line: 3, name: '多吉' }, { line: 4 }]);
    expect(interview.value('/earned')).toBe(0);
    expect(interview.addRow('/members/7/jobs')).toBe(-1);
  });

  it('name the rows on the way in what a check refers to', () => {
    const interview = start();
    interview.set('/members/0/jobs/1/months', 13);
    expect(interview.findingsAt('/members/0/jobs/1')).toEqual([
      {
        check: 'J01',
        severity: 'hard',
        pointer: '/members/0/jobs/1',
        refers: ['/members/0/jobs/1/months', '/members/0/age', '/adult', '/members/0/jobs/1/pays/*/yuan'],
      },
    ]);
    interview.removeRow('/members/0/jobs', 0);
    expect(found(interview)).toEqual(['J01 /members/0/jobs/0']);
    expect(interview.misfits()).toEqual([{ pointer: '/members/0/jobs/0/months', keyword: 'maximum' }]);
  });

  it('have misfits in rows that are read and in those beyond', () => {
    const jobs = [{}, 1, { pays: 'x' }, { pays: [{ yuan: 'x', y: 1 }] }];
    expect(start({ members: [{ age: 40, jobs }] }).misfits()).toEqual([
      { pointer: '/members/0/jobs', keyword: 'maxItems' },
      { pointer: '/members/0/jobs/1', keyword: 'type' },
      { pointer: '/members/0/jobs/2/pays', keyword: 'type' },
      { pointer: '/members/0/jobs/3/pays/0/y', keyword: 'additionalProperties' },
      { pointer: '/members/0/jobs/3/pays/0/yuan', keyword: 'type' },
    ]);
  });

  it('have no misfit of their number any more when a row too many is gone', () => {
    const interview = start({ members: [{ age: 40, jobs: [{}, {}, {}, { what: 'x' }] }] });
    expect(interview.misfits()).toEqual([{ pointer: '/members/0/jobs', keyword: 'maxItems' }]);
    interview.removeRow('/members/0/jobs', 1);
    expect(interview.misfits()).toEqual([]);
    expect(interview.value('/members/0/jobs/2/what')).toBeUndefined();
    interview.set('/adult', 16);
    expect(interview.value('/members/0/jobs/2/what')).toBe('x');
  });

  it('tell of a change only where something looks different', () => {
    const interview = start();
    const changed = changedBy(interview, () => interview.set('/members/0/jobs/0/pays/0/yuan', 11));
    expect([...changed].sort()).toEqual(['/earned', '/members/0/jobs/0/pays/0/yuan']);
  });
});

describe('options', () => {
  it('are those of a list of 15,000 that a filter lets through', () => {
    const interview = start();
    expect(interview.offered('/village', 'en').slice(0, 3).map(({ code }) => code)).toEqual(['100000', '100002', '100003']);
    expect(interview.offered('/village', 'en')).toHaveLength(99);
    expect(interview.offered('/village', 'en').find(({ code }) => code === '100007')).toEqual({ code: '100007', label: 'Gyara' });
    expect(changedBy(interview, () => interview.set('/county', '1149'))).toContain('/village');
    expect(interview.offered('/village', 'en').at(-1)!.code).toBe(VILLAGES.at(-1));
    expect(found(interview)).toEqual(['not-offered /village']);
    interview.set('/county', undefined);
    expect(interview.offered('/village', 'en')).toEqual([]);
  });

  it('are codes for the shape of an answer too', () => {
    expect(start({ village: '7' }).misfits()).toEqual([{ pointer: '/village', keyword: 'enum' }]);
    expect(found(start({ county: '1000', village: '7' }))).toContain('not-offered /village');
  });

  it('are rows of a roster, called by their answers', () => {
    const interview = start();
    expect(interview.offered('/answers', 'zh')).toEqual([
      { code: '1', label: '扎西 40' },
      { code: '2', label: '卓玛 18' },
    ]);
    expect(changedBy(interview, () => interview.set('/members/1/name', '央金'))).toContain('/answers');
    expect(interview.offered('/answers', 'zh')[1]!.label).toBe('央金 18');
    expect(found(interview)).toEqual([]);
    interview.set('/members/1/age', 15);
    expect(found(interview)).toEqual(['not-offered /answers']);
    interview.set('/answers', 1);
    interview.set('/helpers', ['多吉', '央金']);
    expect(found(interview)).toEqual([]);
    interview.removeRow('/members', 0);
    expect(found(interview)).toEqual(['not-offered /answers']);
    interview.set('/helpers', ['多吉', '扎西']);
    expect(found(interview)).toEqual(['not-offered /answers', 'not-offered /helpers']);
  });
});

describe('counted rows', () => {
  it('come by themselves when the count grows, and go from the end while they are empty', () => {
    const interview = start();
    interview.set('/members/1/jobs_n', 3.9);
    expect(interview.rows('/members/1/jobs')).toBe(3);
    interview.set('/members/1/jobs/1/what', 'x');
    interview.set('/members/1/jobs_n', 1);
    expect(interview.rows('/members/1/jobs')).toBe(2);
    expect(found(interview)).toEqual(['row-count /members/1/jobs']);
    interview.set('/members/1/jobs/1/what', undefined);
    expect(interview.rows('/members/1/jobs')).toBe(2);
    interview.fitRows();
    expect(interview.rows('/members/1/jobs')).toBe(1);
    expect(found(interview)).toEqual([]);
  });

  it('that go by themselves are told of wherever something follows from them', () => {
    const interview = start({ adult: 16, members: [{ age: 40, jobs_n: 1, jobs: [{ months: 2 }, {}] }] });
    expect(interview.value('/members/0/worked')).toBeUndefined();
    expect(changedBy(interview, () => interview.fitRows())).toContain('/members/0/worked');
    expect(interview.value('/members/0/worked')).toBe(2);
  });

  it('are never more than the most allowed, and none below zero or unknown', () => {
    const interview = start();
    interview.set('/members/1/jobs_n', 1e20);
    expect(interview.rows('/members/1/jobs')).toBe(3);
    for (const count of [-1, 'x', null]) interview.set('/members/1/jobs_n', count);
    expect(interview.rows('/members/1/jobs')).toBe(3);
    expect(found(interview)).toEqual([]);
  });

  it('stay away where the roster is not asked', () => {
    const interview = start();
    interview.set('/members/2/jobs_n', 2);
    expect(interview.rows('/members/2/jobs')).toBe(0);
    interview.set('/members/2/age', 20);
    expect(interview.rows('/members/2/jobs')).toBe(2);
  });

  it('are answered with none where none are asked for', () => {
    const questions = FAMILY.program.questions.map((one) => (one.path.endsWith('/jobs') ? { ...one, required: true } : one));
    const interview = loadForm({ ...FAMILY, program: { ...FAMILY.program, questions } }).start({ answers: { adult: 16, members: [{ age: 20 }] } });
    const open = () => interview.unanswered().includes('/members/0/jobs');
    expect([open(), interview.state('/members/0/jobs')]).toEqual([true, 'open']);
    interview.set('/members/0/jobs_n', 0);
    expect([open(), interview.state('/members/0/jobs')]).toEqual([false, 'answered']);
    interview.set('/members/0/jobs_n', undefined);
    expect(open()).toBe(true);
  });

  it('come to an end where the count depends on them', () => {
    const restless = call('if', call('==', { call: 'count', over: { roster: 'members', of: 'form' } }, number('2')), number('3'), number('2'));
    const questions = FAMILY.program.questions.map((one) => (one.path === '/members' ? { ...one, rows: restless } : one));
    const interview = loadForm({ ...FAMILY, program: { ...FAMILY.program, questions } }).start();
    interview.fitRows();
    expect(interview.rows('/members')).toBeGreaterThan(1);
    expect(found(interview)).toContain('row-count /members');
  });

  it('are not made when answers are opened, so that what was sent stays what it was', () => {
    const interview = start({ adult: 16, members: [{ age: 40, jobs_n: 2 }] });
    expect(interview.rows('/members/0/jobs')).toBe(0);
    expect(found(interview)).toEqual(['row-count /members/0/jobs']);
    interview.fitRows();
    expect(interview.rows('/members/0/jobs')).toBe(2);
  });
});

describe('texts', () => {
  it('quote answers of their row, of the rows around it, and values from outside', () => {
    const interview = start();
    expect(interview.text('/members/1/jobs/0/what', 'en')).toBe('卓玛做什么工作？');
    expect(interview.hint('/members/1/jobs/0/what', 'en')).toBe('卓玛');
    expect(interview.text('/answers', 'en')).toBe('Who answers in Gyara, 2026-11-22?');
    expect(changedBy(interview, () => interview.set('/members/1/name', undefined))).toContain('/members/1/jobs/0/what');
    expect(interview.text('/members/1/jobs/0/what', 'zh')).toBe('＿＿做什么工作？');
  });

  it('read differently when the row an answer chose is called otherwise', () => {
    const shows = { answers: { field: 'answers', of: 'form' } };
    const questions = FAMILY.program.questions.map((one) => (one.path === '/helpers' ? { ...one, shows } : one));
    const labels = { en: { questions: { '/helpers': { label: 'Who helps {{answers}}?' } } } };
    const interview = loadForm({ ...FAMILY, labels, program: { ...FAMILY.program, questions } }).start({ answers: zhaxis() });
    expect(interview.text('/helpers', 'en')).toBe('Who helps 卓玛 18?');
    expect(changedBy(interview, () => interview.set('/members/1/name', '央金'))).toContain('/helpers');
    expect(interview.text('/helpers', 'en')).toBe('Who helps 央金 18?');
  });

  it('are pointers where there is none', () => {
    expect([start().text('/earned', 'en'), start().text('/nowhere', 'en')]).toEqual(['/earned', '/nowhere']);
    expect(start().hint('/earned', 'en')).toBeUndefined();
  });
});
