import type { Names } from '../supervisor/server';

/** A campaign of which one may see figures, and the areas to begin with. */
export interface FigureCampaign {
  readonly id: string;
  readonly name: Names;
  readonly domain: 'ADMIN' | 'STAT';
  readonly areas: readonly string[];
  readonly asOf?: string;
}

/** A number with what it stands on; without a value the note says why there is none. */
export interface Figure {
  readonly value?: number;
  readonly households?: number;
  readonly persons?: number;
  readonly missing?: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly note?: string;
  readonly withheld?: boolean;
}

export type Figures = Readonly<Record<string, Figure | undefined>>;

export interface Child {
  readonly code: string;
  readonly name: string;
  readonly figures: Figures;
}

export interface Group {
  readonly by: string;
  readonly group: string;
  readonly name: Names;
  readonly figures: Figures;
}

interface Standing {
  readonly name: string;
  readonly full: boolean;
  readonly threshold: number;
  readonly mayMake: boolean;
  /** Whether one may say how the households were drawn. */
  readonly mayDraw: boolean;
  readonly sample: boolean;
  /** Where they are a sample, for who may say so; alone: strata with one cluster. */
  readonly drawing?: { readonly units: number; readonly strata: number; readonly clusters: number; readonly alone: number; readonly cases: number };
  readonly failed: boolean;
  readonly making?: { readonly askedAt: string; readonly read?: number; readonly of?: number };
}

/** An area's figures of one year. */
export interface Made extends Standing {
  readonly state: 'made';
  readonly asOf: string;
  readonly lastArrival: string;
  readonly changed: boolean;
  /** Submissions of the campaign that do not count, by where they stand; those no sample names, as not-drawn. */
  readonly leftOut?: Readonly<Record<string, number>>;
  readonly years: readonly number[];
  readonly year: number;
  readonly figures: Figures;
  readonly groups: readonly Group[];
  readonly children: readonly Child[];
  readonly lines: readonly Names[];
  readonly forms: readonly string[];
}

export type AreaFigures = Made | (Standing & { readonly state: 'none' });

/** What a figure means. */
export interface Definition {
  readonly code: string;
  readonly section: string;
  readonly unit: string;
  readonly name: Names;
  readonly definition: Names;
  readonly universe: Names;
  readonly formula: Names;
  readonly source: string;
}

export type Definitions = ReadonlyMap<string, Definition>;
