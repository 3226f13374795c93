import { existsSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import type { Bundle } from './bundle';
import { loadForm } from './form';
import { isObject, type Json, type JsonObject } from './json';
import { FAMILY, zhaxis } from './testing/family';

/**
 * What one keystroke costs on the census form with 30 members: everything that follows from it, and what the page asks
 * for afterwards. Beside it the same by judging everything anew, as an engine without dependencies would.
 */
const CASES = new URL('../../../forms/target/runtime-cases/household-census-1.0.ndjson', import.meta.url);
const MEMBERS = 30;

if (!existsSync(CASES)) throw new Error('run mvn -pl forms test first: it writes the form as the server hands it out');
const [bundle, first] = readFileSync(CASES, 'utf8').split('\n').map((line) => JSON.parse(line || 'null')) as [Bundle, { answers: JsonObject }];
const form = loadForm(bundle);

const interview = form.start({ answers: household(first.answers) });
const typed: Record<string, readonly [Json, Json]> = {
  'a number in a sum: /inc_wage_local': [12000, 12001],
  'a text: /members/29/name_zh': ['扎西', '扎西顿珠'],
  'a birth date: /members/29/birth_date': ['1980-05-01', '1980-05-02'],
  'an id number, unique among members: /members/29/id_no': ['549901198005010019', '549901198005010027'],
  'what every section asks: /hh_attr': ['1', '0'],
};

describe(`a keystroke, ${MEMBERS} members`, () => {
  for (const [name, [one, other]] of Object.entries(typed)) {
    const pointer = name.slice(name.indexOf('/'));
    if (!form.question(pointer.replace(/\/\d+\//, '/*/'))) throw new Error(`no question ${pointer}`);
    let now = one;
    bench(name, () => {
      now = now === one ? other : one;
      interview.set(pointer, now);
      interview.failing();
      interview.misfitsAt(pointer);
    });
  }
  bench('everything anew', () => {
    form.start({ answers: interview.answers }).failing();
  });
  bench('everything anew, with all misfits', () => {
    form.start({ answers: interview.answers }).misfits();
  });
  bench('cleaned, for sending', () => {
    interview.cleaned();
  });
});

describe('15,000 options', () => {
  const family = loadForm(FAMILY);
  const told = family.start({ answers: zhaxis() });
  const counties = ['1000', '1149'];
  bench('another county: the villages on offer, in words', () => {
    counties.reverse();
    told.set('/county', counties[0]!);
    told.failing();
    told.offered('/village', 'zh');
  });
  bench('an answer three rosters deep', () => {
    told.set('/members/0/jobs/0/pays/0/yuan', counties.reverse()[0] === '1000' ? 1 : 2);
    told.failing();
  });
});

describe('before the first question', () => {
  bench('the form, compiled', () => {
    loadForm(bundle);
  });
});

function household(base: JsonObject): Json {
  const rows = (base['members'] as readonly Json[]).filter(isObject);
  const members = Array.from({ length: MEMBERS }, (_, i) => ({ ...rows[i % rows.length]!, line_no: i + 1 }));
  return { ...base, members };
}
