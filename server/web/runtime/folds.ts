import type { Rule } from './compile';
import { count, extreme, sum, unique } from './functions';
import type { Value } from './values';

/** `or` when decided by true, `and` when decided by false. */
export function kleene(args: readonly Rule[], decides: boolean): Rule {
  return (scope) => {
    let known = true;
    for (const arg of args) {
      const value = arg(scope);
      if (value === decides) return decides;
      if (typeof value !== 'boolean') known = false;
    }
    return known ? !decides : null;
  };
}

export function firstKnown(args: readonly Rule[]): Rule {
  return (scope) => {
    for (const arg of args) {
      const value = arg(scope);
      if (value !== null) return value;
    }
    return null;
  };
}

export function foldOf(quantifier: string): (values: readonly Value[]) => Value {
  switch (quantifier) {
    case 'count':
      return (values) => (values.some(unknown) ? null : count(values.filter((value) => value === true).length));
    case 'sum':
      return sum;
    case 'min':
      return (values) => extreme(values, -1);
    case 'max':
      return (values) => extreme(values, 1);
    case 'any':
      return (values) => (values.includes(true) ? true : values.some(unknown) ? null : false);
    case 'all':
      return (values) => (values.includes(false) ? false : values.some(unknown) ? null : true);
    case 'unique':
      return unique;
    default:
      throw new Error(`no quantifier ${quantifier}`);
  }
}

function unknown(value: Value): boolean {
  return value === null;
}
