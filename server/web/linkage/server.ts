/** What the server says about likely doubles; see its OpenAPI description. */
export type PairState = 'waiting' | 'judged' | 'disputed' | 'same' | 'different' | 'linked' | 'gone';
export type Zone = 'automatic' | 'clerical';
export type Verdict = 'same' | 'different' | 'unsure';
export type Evidence = 'hukou-page' | 'id-card' | 'kin' | 'place-history' | 'police-proof' | 'village-review' | 'other';

/** One of the two records of a pair; one outside one's reach is only said to be elsewhere. */
export interface Side {
  readonly elsewhere?: true;
  readonly record?: string;
  readonly submission?: string;
  /** Whom the frame names for the unit, not somebody who was asked there. */
  readonly register?: true;
  readonly line?: number;
  readonly campaign?: string;
  readonly unit?: string;
  readonly area?: string;
  readonly name?: string;
  readonly sex?: string;
  readonly born?: string;
  readonly id?: string;
  readonly address?: string;
}

/** Of two households: members believed to be one person, and all members of either. */
export interface Common {
  readonly linked: number;
  readonly left: number;
  readonly right: number;
  readonly heads: boolean;
  readonly kind: 'same' | 'split' | 'shares';
}

export interface PairRow {
  readonly id: string;
  readonly state: PairState;
  readonly zone: Zone;
  /** Linked by the model, and drawn to be judged by clerks too. */
  readonly sampled: boolean;
  readonly linked: boolean;
  readonly reopened: boolean;
  readonly changed: boolean;
  /** Two different valid id numbers. This, how likely it is and why are not told of a pair with a record elsewhere. */
  readonly veto?: boolean;
  readonly weight?: number;
  readonly probability?: number;
  readonly rule?: string;
  readonly common?: Common;
  readonly model: string;
  readonly foundAt: string;
  readonly judged: number;
  /** Steps taken so far; the next has one number more. */
  readonly taken: number;
  readonly may: readonly ('judge' | 'undo')[];
  readonly mayNot?: 'own-interview' | 'judged-already' | 'undone-by-you' | 'elsewhere' | 'decided';
  readonly left: Side;
  readonly right: Side;
}

export type Counts = Readonly<Partial<Record<PairState | 'todo' | 'elsewhere', number>>>;

export interface PairPage {
  readonly pairs: readonly PairRow[];
  readonly next?: string;
  readonly counts: Counts;
  readonly building?: Building;
}

/** Not everything is compared yet: how many interviews are. */
export interface Building {
  readonly read: number;
}

export interface Texts {
  readonly zh: string;
  readonly en?: string;
}

export interface Field {
  readonly field: string;
  readonly label: Texts;
  readonly left?: string;
  readonly right?: string;
  readonly leftText?: Texts;
  readonly rightText?: Texts;
  readonly alike: 'same' | 'differs' | 'missing';
  readonly level?: string;
  readonly weight?: number;
}

export interface IdSide {
  readonly shown: string;
  readonly valid: boolean;
  readonly pointer?: string;
}

export interface Ids {
  readonly left?: IdSide;
  readonly right?: IdSide;
  readonly positions?: readonly ('same' | 'differs')[];
}

export interface Step {
  readonly comparison: string;
  readonly level: string;
  readonly weight: number;
  readonly frequency: number;
}

export interface Waterfall {
  readonly prior: number;
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly probability: number;
}

export interface Person {
  readonly line: number;
  readonly name?: string;
  readonly sex?: string;
  readonly born?: string;
  readonly rel?: string;
  readonly relText?: Texts;
  readonly pair?: string;
  readonly this?: boolean;
}

export interface Judgement {
  readonly number: number;
  readonly kind: 'judge' | 'undo';
  readonly round: number;
  readonly account?: string;
  readonly at?: string;
  readonly verdict?: Verdict;
  readonly evidence?: readonly Evidence[];
  readonly note?: string;
  readonly reason?: string;
  readonly hidden?: boolean;
}

/** A pair that may be opened: of persons or of households. */
export interface Opened extends PairRow {
  readonly probability: number;
  readonly rule: string;
  readonly fields: readonly Field[];
  readonly ids?: Ids;
  readonly waterfall: Waterfall;
  readonly ask: readonly { readonly evidence: Evidence; readonly why: string }[];
  readonly mine?: { readonly verdict: Verdict };
  readonly history: readonly Judgement[];
}

export interface Pair extends Opened {
  readonly households?: { readonly left: readonly Person[]; readonly right: readonly Person[] };
}

/** Members of two households in one row, if they may be one person. */
export interface Lined {
  readonly left?: Person;
  readonly right?: Person;
  readonly pair?: string;
  readonly state?: PairState;
  readonly linked?: boolean;
}

export interface Home extends Opened {
  readonly common: Common;
  readonly members: readonly Lined[];
}

export interface Figures {
  readonly automatic?: {
    readonly pairs: number;
    readonly sampled: number;
    readonly decided: number;
    readonly same: number;
    readonly precision?: number;
    readonly low?: number;
    readonly high?: number;
  };
  readonly agreement?: { readonly pairs: number; readonly agreed: number; readonly share?: number; readonly kappa?: number; readonly disputed: number };
  readonly open?: readonly { readonly days: string; readonly pairs: number }[];
}
