import { readFileSync } from 'node:fs';
import type { Answer, Answers } from './filling';

type Row = Readonly<Record<string, Answer>>;

const example = JSON.parse(
  readFileSync(new URL('../../../forms/src/main/resources/forms/household-census/1.0/examples/base.json', import.meta.url), 'utf8'),
).answers as Record<string, Answer> & { members: readonly Row[] };

/** Filled by the device, or computed: never typed. */
export const NOT_TYPED = new Set(['hh_id', 'start_time', 'end_time', 'line_no', 'age', 'inc_wage', 'inc_biz', 'exp_biz', 'inc_prop', 'inc_trans', 'net_income', 'pc_net']);

/** The example household with two more children: 扎西, 卓玛, 多吉, the grandmother, and 多吉卓玛 and 扎西多吉. */
export function householdOfSix(village: string): { readonly answers: Record<string, Answer>; readonly members: readonly Row[] } {
  const { members, ...household } = example;
  const six = [...members, child(members[2]!, '多吉卓玛', '2', '2011-06-12', '13'), child(members[2]!, '扎西多吉', '1', '2013-09-01', '11')];
  return {
    answers: { ...household, village_code: village, n_hukou: 6, n_resident: 6, n_registered: 6, n_share: 6, pc_net: 7220.08 },
    members: six.map((member, at) => ({ ...member, line_no: at + 1 })),
  };
}

export function typed(row: Row): Answers {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !NOT_TYPED.has(name)));
}

function child(like: Row, name_zh: string, sex: string, birth_date: string, school: string): Row {
  const { name_bo: _, ...rest } = like;
  const serial = sex === '1' ? '001' : '002';
  const age = 2020 - Number(birth_date.slice(0, 4));
  return { ...rest, name_zh, sex, birth_date, age, school, id_no: idNumber(`549901${birth_date.replaceAll('-', '')}${serial}`) };
}

/** GB 11643: seventeen digits and the check character they give. */
function idNumber(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return digits + '10X98765432'[sum % 11];
}
