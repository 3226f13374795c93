import { describe, expect, it } from 'vitest';
import type { Json } from './json';
import { loadForm } from './form';
import type { Interview } from './interview';
import { family, HOUSEHOLD } from './testing/household';

const household = loadForm(HOUSEHOLD);

function start(answers: Json = family(), missing: Json = {}): Interview {
  return household.start({ answers, missing });
}

function found(interview: Interview): readonly string[] {
  return interview.findings().map(({ check, pointer }) => `${check} ${pointer}`);
}

function misfits(interview: Interview): readonly string[] {
  return interview.misfits().map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

describe('an interview', () => {
  it('has nothing to say about a family that fits', () => {
    expect(found(start())).toEqual([]);
    expect(misfits(start())).toEqual([]);
    expect(start().unanswered()).toEqual([]);
  });

  it('calculates through a roster exactly', () => {
    const interview = start();
    interview.set('/members/0/earned', 0.1);
    interview.set('/members/1/earned', 0.2);
    expect(interview.value('/income')).toBe(0.3);
    expect(interview.value('/per_head')).toBe(0.1);
  });

  it('rounds a calculated value to what JSON carries', () => {
    const interview = start();
    interview.set('/members/0/earned', 1);
    interview.set('/members/1/earned', 1);
    expect(interview.value('/per_head')).toBe(0.6666666666666666);
    const sent = household.start(interview.cleaned());
    expect(found(sent)).toEqual([]);
  });

  it('takes the values of what is no longer relevant out of everything that reads them', () => {
    const interview = start();
    interview.set('/members/0/birth', '2010-01-01');
    expect(interview.relevant('/members/0/earned')).toBe(false);
    expect(interview.state('/members/0/earned')).toBe('not-relevant');
    expect(interview.value('/income')).toBe(2000.2);
    expect(found(interview)).toContain('not-relevant /members/0/earned');
    expect(interview.cleaned().answers['members']).toMatchObject([{ age: 10 }, {}, {}]);
    expect(Object.hasOwn((interview.cleaned().answers['members'] as object[])[0]!, 'earned')).toBe(false);
  });

  it('asks only what is required and names what is unanswered', () => {
    const interview = start({ poor: '1', members: [{ birth: '1980-05-01' }] });
    expect(interview.unanswered()).toEqual([
      '/visited', '/since', '/members/0/line', '/members/0/name', '/members/0/earned',
    ]);
    expect(found(interview)).toContain('S01 ');
    interview.set('/poor', '0');
    expect(interview.required('/members/0/earned')).toBe(false);
    expect(interview.unanswered()).toEqual(['/visited', '/members/0/line', '/members/0/name']);
  });

  it('takes a reason in place of an answer and an answer in place of a reason', () => {
    const interview = start();
    interview.setMissing('/since', 'dont-know');
    expect(interview.state('/since')).toBe('missing');
    expect(interview.value('/since')).toBeUndefined();
    expect(interview.unanswered()).toEqual([]);
    expect(interview.cleaned().missing).toEqual({ '/since': 'dont-know' });
    interview.set('/since', 2015);
    expect(interview.state('/since')).toBe('answered');
    expect(interview.missing).toEqual({});
  });

  it('says that stored calculations differ, and stores its own when it is sent', () => {
    const interview = start({ ...family(), income: 1, per_head: 'much' });
    expect(found(interview)).toEqual(['calculated-differs /income', 'calculated-differs /per_head']);
    expect(interview.cleaned().answers).toMatchObject({ income: 3000.3, per_head: 1000.1 });
  });

  it('finds failing checks at their row, with their questions', () => {
    const interview = start();
    interview.set('/members/2/birth', '2021-01-01');
    expect(interview.findingsAt('/members/2/birth')).toEqual([
      { check: 'H01', severity: 'hard', pointer: '/members/2', refers: ['/members/2/birth', '/visited'] },
    ]);
    interview.set('/members/1/name', '扎西');
    expect(interview.failing().map(({ check }) => check)).toEqual(['H01', 'H02']);
    expect(found(interview)).toEqual([
      'calculated-differs /members/2/age',
      'not-relevant /members/2/school',
      'H01 /members/2',
      'H02 ',
    ]);
  });

  it('numbers new rows after the greatest line and stops at the most rows allowed', () => {
    const interview = start({ members: [{ line: 7 }] });
    expect(interview.addRow('/members')).toBe(1);
    expect(interview.value('/members/1/line')).toBe(8);
    for (let i = 0; i < 40; i++) interview.addRow('/members');
    expect(interview.rows('/members')).toBe(30);
    expect(interview.addRow('/members')).toBe(-1);
  });

  it('moves rows and their reasons up when one is removed', () => {
    const interview = start(family(), { '/members/0/birth': 'refused', '/members/2/birth': 'dont-know' });
    interview.removeRow('/members', 0);
    expect(interview.rows('/members')).toBe(2);
    expect(interview.value('/members/0/name')).toBe('卓玛');
    expect(interview.missing).toEqual({ '/members/1/birth': 'dont-know' });
    expect(interview.value('/income')).toBe(2000.2);
    expect(misfits(interview)).toEqual(['/missing/~1members~11~1birth missing']);
  });

  it('tells listeners what looks different, and nothing else', () => {
    const interview = start();
    const heard: string[][] = [];
    const stop = interview.subscribe((changed) => heard.push([...changed].sort()));
    interview.set('/members/1/earned', 1);
    interview.set('/members/1/earned', 1);
    stop();
    interview.set('/members/1/earned', 5);
    expect(heard).toEqual([['/income', '/members/1/earned', '/per_head'], ['/members/1/earned']]);
  });

  it('is the same after any way of changes as when it is opened anew', () => {
    const interview = start({});
    const grown = family();
    interview.set('/poor', '1');
    grown.members.forEach((member, i) => {
      interview.addRow('/members');
      for (const [field, value] of Object.entries(member)) interview.set(`/members/${i}/${field}`, value);
    });
    interview.addRow('/members');
    interview.removeRow('/members', 3);
    interview.set('/visited', '2020-12-31');
    interview.set('/since', 2014);
    const opened = household.start(interview.cleaned());
    expect(opened.cleaned()).toEqual(interview.cleaned());
    expect(interview.cleaned().answers).toEqual(family());
  });
});

describe('misfits', () => {
  it('name the place and the keyword, sorted, each once', () => {
    const interview = start(
      { ...family(), poor: 2, since: 1900, sources: ['a', 'a', 'z'], visited: '2021-02-30', nickname: 'x', members: [4, { line: 1.5, 'a/b': 1 }] },
      { '/visited': 'dont-know', '/nowhere': 'refused', '/members/00/birth': 'refused' },
    );
    expect(misfits(interview)).toEqual([
      '/members/0 type',
      '/members/1/a~1b additionalProperties',
      '/members/1/line type',
      '/missing/~1members~100~1birth missing',
      '/missing/~1nowhere missing',
      '/missing/~1visited missing',
      '/nickname additionalProperties',
      '/poor type',
      '/since minimum',
      '/sources uniqueItems',
      '/sources/2 enum',
      '/visited format',
    ]);
  });

  it('follow every keystroke', () => {
    const interview = start();
    interview.set('/since', 1900);
    expect(interview.misfitsAt('/since')).toEqual([{ pointer: '/since', keyword: 'minimum' }]);
    interview.set('/since', 2015);
    expect(misfits(interview)).toEqual([]);
  });

  it('of rows beyond the most allowed are found, but the rows are not read', () => {
    const interview = start({ members: Array.from({ length: 32 }, (_, i) => ({ name: i === 31 ? '' : `多吉${i}`, x: 1 })) });
    expect(interview.rows('/members')).toBe(30);
    expect(misfits(interview)).toContain('/members maxItems');
    expect(misfits(interview)).toContain('/members/31/name minLength');
    expect(misfits(interview)).toContain('/members/31/x additionalProperties');
    expect(interview.value('/members/31/name')).toBeUndefined();
  });
});

describe('no JSON', () => {
  const deep = (): Json => {
    let json: Json = [];
    for (let i = 0; i < 100_000; i++) json = [json];
    return json;
  };
  const anything: readonly (readonly [string, Json])[] = [
    ['null', null],
    ['text', 'x'],
    ['a list', [[], {}]],
    ['a number', 1e308],
    ['prototype names', JSON.parse('{"__proto__":{"poor":"1"},"constructor":1,"toString":null,"hasOwnProperty":{}}')],
    ['rows with prototype names', JSON.parse('{"members":[{"__proto__":{"name":"x"}},{"constructor":[]}]}')],
    ['rows that are no rows', { members: [null, 1, 'x', [], [[]], true] }],
    ['a roster that is none', { members: { length: 3, '0': {} } }],
    ['deep nesting', { sources: [deep()], poor: deep(), members: [deep()] }],
    ['many rows', { members: Array.from({ length: 50_000 }, () => ({ name: 'x' })) }],
    ['half characters', { members: [{ name: '\ud83d', '\ud83d': 1 }], '\udc00': 1 }],
    ['huge numbers', { income: Number.MAX_VALUE, since: -0, members: [{ earned: 5e-324 }, { earned: 1e30 }] }],
  ];

  it.each(anything)('makes it throw: %s', (_, json) => {
    for (const interview of [household.start({ answers: json, missing: json, context: json }), start(json, json)]) {
      interview.findings();
      interview.misfits();
      interview.unanswered();
      interview.cleaned();
      for (const pointer of ['', '/', '/__proto__', '/members/__proto__/name', '/members/0/constructor', '/~', '/members/1e9/name']) {
        interview.set(pointer, 'x');
        interview.setMissing(pointer, 'refused');
        interview.set(pointer, undefined);
        expect(interview.state(pointer)).toBe('not-relevant');
        expect(interview.misfitsAt(pointer)).toEqual([]);
      }
      interview.set('/members/0/name', '卓玛');
      interview.removeRow('/members', 0);
    }
  });

  it('reaches the prototype of objects', () => {
    const interview = start(JSON.parse('{"__proto__":{"poor":"1"}}'));
    expect(interview.value('/poor')).toBeUndefined();
    expect(JSON.stringify(interview.cleaned().answers)).toContain('"__proto__":{"poor":"1"}');
    expect(misfits(interview)).toEqual(['/__proto__ additionalProperties']);
    expect(({} as Record<string, unknown>)['poor']).toBeUndefined();
  });
});
