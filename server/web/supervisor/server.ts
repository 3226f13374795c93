import type { PairRow } from '../linkage/server';

/** What the server says to supervisors; see its OpenAPI description. */
export interface Names {
  readonly zh: string;
  readonly en?: string;
}

export interface FormId {
  readonly name: string;
  readonly version: string;
}

export interface Campaign {
  readonly id: string;
  readonly name: Names;
  readonly form: FormId;
  readonly area: string;
  readonly starts: string;
  readonly ends: string;
}

export interface Day {
  readonly day: string;
  readonly arrived: number;
}

/** How far one area is. */
export interface Row {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly units: number;
  readonly enumerated: number;
  readonly results: Readonly<Record<string, number>>;
  readonly states: Readonly<Partial<Record<UnitState, number>>>;
  readonly target: number;
  readonly expectedToday: number;
  readonly lastArrival: string | null;
  readonly days: readonly Day[];
}

export interface Progress {
  readonly area: string;
  readonly name: string;
  readonly campaign: string;
  readonly today: string;
  readonly asOf: string;
  readonly total: Row;
  readonly children: readonly Row[];
}

export type UnitState = 'listed' | SubmissionState;
export type SubmissionState = 'received' | 'waiting' | 'checked' | 'accepted' | 'correction' | 'returned' | 'void';
export type ReviewStep = 'pass' | 'accept' | 'return' | 'void' | 'restore';

export interface FindingCounts {
  readonly hard: number;
  readonly soft: number;
}

export interface Unit {
  readonly unit: string;
  readonly address: string;
  readonly head: string;
  readonly state: UnitState;
  readonly result?: string;
  readonly submission?: string;
  readonly receivedAt?: string;
  readonly findings?: FindingCounts;
}

export interface Units {
  readonly units: readonly Unit[];
  readonly next?: string;
}

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export interface SentFinding {
  readonly check: string;
  readonly severity: string;
  readonly pointer: string;
  readonly refers?: readonly string[];
}

export interface Revision {
  readonly number: number;
  readonly receivedAt: string;
  readonly author: string;
  readonly state: SubmissionState;
  readonly digest: string;
  readonly findings: readonly SentFinding[];
  readonly attachments: readonly { readonly sha256: string; readonly present: boolean }[];
  /** What it was judged with. */
  readonly context: Readonly<Record<string, Known>>;
}

/** A submission on a list, by its latest revision. */
export interface SubmissionRow {
  readonly submission: string;
  readonly unit: string;
  readonly head?: string;
  readonly state: SubmissionState;
  /** Of its latest revision. */
  readonly number: number;
  /** How many steps of review were taken. */
  readonly taken: number;
  readonly findings: FindingCounts;
  readonly receivedAt: string;
}

export interface SubmissionPage {
  readonly submissions: readonly SubmissionRow[];
  readonly next?: string;
}

/** What somebody decided about a submission. */
export interface ReviewMove {
  readonly number: number;
  readonly revision: number;
  readonly step: ReviewStep;
  readonly account: string;
  readonly at: string;
  readonly said: { readonly reason?: string; readonly evidence?: string; readonly fields?: readonly string[] };
}

export interface Submission {
  /** Pairs with records that may be the same persons; not told to who interviews. */
  readonly likelyDoubles?: readonly PairRow[];
  readonly likelyHouseholds?: readonly PairRow[];
  readonly submission: string;
  readonly unit: string;
  readonly area: string;
  readonly areaName?: string;
  readonly campaign: string;
  readonly form: FormId;
  readonly state: SubmissionState;
  /** The revision that counts. */
  readonly accepted?: number;
  readonly taken: number;
  readonly moves: readonly ReviewMove[];
  /** Those one may take now. */
  readonly steps: readonly ReviewStep[];
  readonly revisions: readonly Revision[];
  readonly answers: Readonly<Record<string, never>>;
  readonly missing: Readonly<Record<string, string>>;
  /** Checks that compare with other interviews, judged with those that are here now. */
  readonly crossChecks?: { readonly asOf: string; readonly findings: readonly SentFinding[]; readonly context: Readonly<Record<string, Known>> };
}

/** A value from outside the answers. */
export interface Known {
  readonly value?: number | string | boolean;
  readonly from: string;
  readonly interviews?: number;
}

export interface QuarantineItem {
  readonly id: string;
  readonly submission?: string;
  readonly number?: number;
  readonly unit?: string;
  readonly area?: string;
  readonly team?: string;
  readonly at: string;
  readonly problem: {
    readonly type: string;
    readonly title?: string;
    readonly detail?: string;
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  };
}

export interface QuarantinePage {
  readonly items: readonly QuarantineItem[];
  readonly next?: string;
}

export type ProblemState = 'found' | 'verified' | 'assigned' | 'fixing' | 'fixed' | 'cancelled' | 'not-a-fact' | 'bounced';
export type StepName = 'verify' | 'dismiss' | 'assign' | 'start' | 'fix' | 'cancel' | 'bounce';

/** A problem found at a door, in the ledger. */
export interface ProblemRow {
  readonly submission: string;
  readonly line: number;
  readonly campaign: string;
  readonly unit: string;
  readonly area: string;
  readonly openedAt: string;
  readonly domain: string;
  readonly item: string;
  readonly severity: string;
  /** A correction took the row out of the problem list. */
  readonly withdrawn: boolean;
  readonly state: ProblemState;
  readonly due: string;
  readonly overdue: boolean;
  /** How many steps were taken. */
  readonly taken: number;
  readonly form: FormId;
}

export interface ProblemMove {
  readonly number: number;
  readonly step: StepName;
  readonly account: string;
  readonly at: string;
  readonly said: Readonly<Record<string, unknown>>;
}

export interface LedgerProblem extends ProblemRow {
  readonly moves: readonly ProblemMove[];
  readonly steps: readonly StepName[];
  readonly answers?: Readonly<Record<string, never>>;
}

export interface ProblemPage {
  readonly problems: readonly ProblemRow[];
  readonly next?: string;
}

export interface ProblemSummary {
  readonly total: Readonly<Record<string, number>>;
}
