import type { Names } from '../supervisor/server';

/** A value of a table, as the server tells it; see its OpenAPI description. */
export interface Value {
  readonly area: string;
  readonly areaName: string;
  readonly from: string;
  readonly to?: string;
  readonly value: number | string | boolean;
  readonly source: string;
  readonly verified: boolean;
  readonly version: number;
  readonly replaced: boolean;
  readonly origin: 'bundled' | 'added';
  readonly at?: string;
  readonly by?: string;
}

export interface Held {
  readonly value: number | string | boolean;
  readonly source: string;
  readonly area: string;
  readonly version: number;
}

export interface Parameter {
  readonly name: string;
  readonly type: 'boolean' | 'number' | 'text' | 'date';
  readonly unit?: string;
  readonly title: Names;
  /** What holds for the area and day asked for. */
  readonly holds?: Held;
  readonly values: readonly Value[];
}

export interface Change {
  readonly areaName: string;
  readonly before?: Held;
  readonly campaigns: readonly { readonly campaign: string; readonly name: Names; readonly area: string; readonly day: string; readonly before?: Held }[];
  readonly keeps: readonly { readonly area: string; readonly name: string }[];
}

export interface Preview {
  readonly same: number;
  readonly changes?: readonly Change[];
}

/** A field of what was sent that the server cannot take. */
export interface Fault {
  readonly line: number;
  readonly field: string;
  readonly detail: string;
}
